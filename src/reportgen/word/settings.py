"""The parts that hold no text of the report: switches, fonts, colours, properties."""

from collections.abc import Mapping

from reportgen.model.document import Document
from reportgen.theme import Theme
from reportgen.word.fonts import font_scheme
from reportgen.word.runs import attribute

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_LANGUAGE = '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
_SCHEME = (
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"'
    ' w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6"'
    ' w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
)
_NONE: Mapping[str, str] = {}
_MODE = "http://schemas.microsoft.com/office/word"


def settings_xml(theme: Theme, notes: str = "", taken: Mapping[str, str] = _NONE, *, embeds: bool = False) -> str:
    """Chinese line breaking and punctuation; the layout of Word 2013 and later, no prompt on opening.

    ``notes`` is what is said of footnotes and endnotes. ``taken``: settings of a template by name, "" for one that is
    off there. ``embeds``: fonts are in the file, and Word is to put them there again when it saves.
    """
    mirrored = theme.draft.look.mirrored
    own = {
        "mirrorMargins": "<w:mirrorMargins/>" if mirrored else "",
        "bordersDoNotSurroundHeader": "<w:bordersDoNotSurroundHeader/>",
        "bordersDoNotSurroundFooter": "<w:bordersDoNotSurroundFooter/>",
        "gutterAtTop": "",
        "defaultTabStop": '<w:defaultTabStop w:val="480"/>',
        "evenAndOddHeaders": "<w:evenAndOddHeaders/>" if mirrored else "",
        "characterSpacingControl": '<w:characterSpacingControl w:val="compressPunctuation"/>',
        "noLineBreaksAfter": "",
        "noLineBreaksBefore": "",
    }  # in the schema's order
    embedding = "<w:embedTrueTypeFonts/>" if embeds else ""
    said = "".join(taken.get(name, xml) for name, xml in own.items())
    return (
        f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/>{embedding}{said}{notes}'
        "<w:compat><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
        "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{_MODE}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{_MODE}" w:val="1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{_MODE}" w:val="1"/>'
        f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{_MODE}" w:val="1"/></w:compat>'
        f"{taken.get('themeFontLang', _LANGUAGE)}{taken.get('clrSchemeMapping', _SCHEME)}"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def theme_xml(theme: Theme) -> str:
    """The theme's colours as Word's own palette, so that whoever adds something finds them in the menus."""
    accents = [colour.removeprefix("#") for colour in theme.palette]
    named = {
        "dk1": theme.colours["ink"], "lt1": theme.colours["paper"], "dk2": theme.colours["primary"],
        "lt2": theme.colours["band"], **{f"accent{at + 1}": accents[at % len(accents)] for at in range(6)},
        "hlink": theme.colours["primary"], "folHlink": theme.colours["grey"],
    }  # fmt: skip
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour.removeprefix("#")}"/></a:{name}>' for name, colour in named.items()
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{_HEAD}<a:theme xmlns:a="{_A}" name="{attribute(theme.name)}"><a:themeElements>'
        f'<a:clrScheme name="{attribute(theme.name)}">{colours}</a:clrScheme>'
        f"{font_scheme(theme.draft, theme.name)}"
        f'<a:fmtScheme name="{attribute(theme.name)}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def core_xml(document: Document) -> str:
    """Title, issuer and the edition's own date: never the clock's."""
    report = document.booklet.report
    date = f"{report.edition.date}T00:00:00Z"
    fields = {
        "dc:title": report.title,
        "dc:subject": report.subtitle or report.edition.period,
        "dc:creator": report.issuer,
        "cp:keywords": ", ".join(report.keywords),
        "dc:language": "zh-CN",
        "cp:lastModifiedBy": report.issuer,
        "cp:revision": "1",
    }
    made = "".join(f"<{name}>{attribute(value)}</{name}>" for name, value in fields.items() if value)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}</dcterms:{name}>' for name in ("created", "modified")
    )
    return f"{_HEAD}<cp:coreProperties {_CORE}>{made}{dates}</cp:coreProperties>"


def app_xml(document: Document, pages: int) -> str:
    """The program's name, the issuer as company, the pages counted."""
    return (
        f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Pages>{pages}</Pages><Application>reportgen</Application>"
        f"<Company>{attribute(document.booklet.report.issuer)}</Company></Properties>"
    )
