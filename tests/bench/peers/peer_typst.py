import sys, typst
data, charts, out = sys.argv[1:4]
import os
n = data.split('_')[-1].split('.')[0]
tags = 'notags' not in sys.argv
typst.compile('booklet.typ', pdf_tags=tags, output=out, root='.', font_paths=['fonts'], ignore_system_fonts=True, sys_inputs={'data': data, 'charts': charts, 'chartdir': f'src/mpl_{n}', 'serif': 'Noto Serif SC', 'sans': 'Booklet Hei'})
