"""Words by jieba, where a theme asks for it (2.4): an extra of its own, one version, so that the same words come out.

jieba keeps its dictionary as a marshal file in the common temporary folder and reads whatever stands there. That file
is neither written nor read here: the dictionary is made from the package's own text, once a process.
"""

import warnings
from functools import cache
from typing import Any

VERSION = "0.42.1"


def segmented(text: str) -> list[str]:
    """``text`` as words. Raises ImportError without the extra."""
    return list(_tokenizer().cut(text))


@cache
def _tokenizer() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its regular expressions are written for old versions of Python
        import jieba

        made = jieba.Tokenizer()
        made.FREQ, made.total = made.gen_pfdict(made.get_dict_file())
        made.initialized = True
    return made
