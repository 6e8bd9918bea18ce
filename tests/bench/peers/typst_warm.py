#!/usr/bin/env python3
"""typst_warm.py N charts: Compiler object reused; phases, wall and process cpu (all threads)"""
import time, sys, shutil, re
w0, c0 = time.perf_counter(), time.process_time()
import typst
n, charts = int(sys.argv[1]), sys.argv[2]; out = []
def lap(name, f):
    w, c = time.perf_counter(), time.process_time(); r = f(); out.append(f'{name} wall {(time.perf_counter()-w)*1e3:.0f} cpu {(time.process_time()-c)*1e3:.0f} ms'); return r
out.append(f'import wall {(time.perf_counter()-w0)*1e3:.0f} cpu {(time.process_time()-c0)*1e3:.0f} ms')
import os
W = f'src/warm_{os.getpid()}_{n}.yaml'; shutil.copy(f'src/data_{n}.yaml', W)
C = lap('Compiler()', lambda: typst.Compiler('booklet.typ', root='.', font_paths=['fonts'], ignore_system_fonts=True, sys_inputs={'data': W, 'charts': charts, 'chartdir': f'src/mpl_{n}', 'serif': 'Noto Serif SC', 'sans': 'Booklet Hei'}))
go = lambda: C.compile(format='pdf')
a = lap('compile#1', go); b = lap('#2 unchanged', go)
s = open(W, encoding='utf-8').read()
i = s.index('累计', len(s) // 2); j = re.compile(r'\d').search(s, i).start(); s2 = s[:j] + str((int(s[j]) + 1) % 10) + s[j + 1:]
open(W, 'w', encoding='utf-8').write(s2); c = lap('#3 one digit changed mid-book', go)
k = s2.index('- ', s2.index('paras:')) + 2; s3 = s2[:k] + '新增一句话用于测试增量编译，' * 30 + s2[k:]
open(W, 'w', encoding='utf-8').write(s3); d = lap('#4 +420 chars in first department', go)
s4 = s3.replace('name: 市发展和改革委员会', 'name: 市发展改革委', 1); open(W, 'w', encoding='utf-8').write(s4); e = lap('#5 department renamed (TOC changes)', go)
os.remove(W); print(f'N={n} {charts}: ' + '; '.join(out), '| changed', a != c, 'sizes', len(a), len(d))
