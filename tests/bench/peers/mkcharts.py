"""mkcharts.py data.yaml OUTDIR svg|png : matplotlib charts (2 per department), one figure reused"""
import sys, os, time, yaml; T0 = time.process_time()
t0 = time.perf_counter()
import matplotlib; matplotlib.use('Agg')
from matplotlib.figure import Figure
from matplotlib import font_manager as fm, rcParams
fm.fontManager.addfont('fonts/BookletHei-Regular.ttf'); rcParams['font.family'] = 'Booklet Hei'; rcParams['font.size'] = 7
rcParams['svg.hashsalt'] = 'x'
t1 = time.perf_counter(); c1 = time.process_time()
d = yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.CSafeLoader); out, ext = sys.argv[2:4]; os.makedirs(out, exist_ok=True)
k = 0; t2 = time.perf_counter(); c2 = time.process_time()
for dep in d['departments']:
    for kind in ('bar', 'line'):
        c = dep[kind]; f = Figure(figsize=(80 / 25.4, 50 / 25.4), layout=None); ax = f.add_axes([.1, .12, .88, .76])
        if kind == 'bar': ax.bar(c['labels'], c['values'], color='#1f4e8c')
        else: ax.plot(c['labels'], c['values'], 'o-', color='#c0392b', ms=3)
        for i, v in enumerate(c['values']): ax.text(i, v, str(v), ha='center', va='bottom')
        ax.set_title(c['title'], fontsize=8); ax.grid(axis='y', lw=.4)
        f.savefig(f'{out}/{kind}_{dep["id"]}.{ext}', dpi=200, metadata={'Date': None} if ext == 'svg' else None); k += 1
t3 = time.perf_counter()
print(f'{ext}: import+fonts {t1-t0:.3f}s, {k} charts {t3-t2:.3f}s = {(t3-t2)/k*1e3:.1f} ms/chart wall, {(time.process_time()-c2)/k*1e3:.1f} ms/chart cpu, import+fonts cpu {c1-T0:.3f}s')
