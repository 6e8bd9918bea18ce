"""What Word, Word for Mac and WPS write into the parts of a document, as they write it."""

_NAMESPACES = (
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:aink="http://schemas.microsoft.com/office/drawing/2016/ink" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid" '
    'xmlns:w16sdtfl="http://schemas.microsoft.com/office/word/2024/wordml/sdtformatlock" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" '
    'mc:Ignorable="w14 w15 wp14 w16cid w16sdtfl"'
)
_PAGE = (
    '<w:p w14:paraId="5A5A5A5A" w14:textId="77777777" w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="a3"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE  \\* MERGEFORMAT </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>8</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
)
# A page number as WPS puts it: in a text box beside the margin, once for newer and once for older programs.
FOOT_OF_WPS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    f'<w:ftr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
    'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" wp14:anchorId="0A0B0C0D" wp14:editId="0A0B0C0E">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>outside</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="1828800" cy="1828800"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    '<wp:docPr id="2" name="文本框 2"/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1828800" cy="1828800"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln><a:extLst>'
    '<a:ext uri="{909E8E84-426E-40DD-AFC4-6F175D3DCCD1}"/></a:extLst></wps:spPr>'
    f"<wps:txbx><w:txbxContent>{_PAGE}</w:txbxContent></wps:txbx>"
    '<wps:bodyPr vert="horz" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:spAutoFit/></wps:bodyPr>'
    "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    '<v:shape id="_x0000_s1026" o:spid="_x0000_s1026" o:spt="202" type="#_x0000_t202" '
    'style="position:absolute;margin-top:0;height:144pt;width:144pt;mso-position-horizontal:outside;'
    'mso-wrap-style:none;z-index:251659264" filled="f" stroked="f" coordsize="21600,21600">'
    '<v:path/><v:fill on="f" focussize="0,0"/><v:stroke on="f" weight="0.5pt"/><v:imagedata o:title=""/>'
    f'<o:lock v:ext="edit" aspectratio="f"/><v:textbox inset="0mm,0mm,0mm,0mm" style="mso-fit-shape-to-text:t">'
    f"<w:txbxContent>{_PAGE}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    "</w:p></w:ftr>"
)
# A page number from Word's gallery, in a content control.
FOOT_OF_WORD = (
    f'<w:ftr {_NAMESPACES}><w:sdt><w:sdtPr><w:id w:val="-123"/><w:docPartObj><w:docPartGallery w:val="Page Numbers"/>'
    f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{_PAGE}</w:sdtContent></w:sdt>"
    '<w:p w16cid:durableId="1"><w:pPr><w:pStyle w:val="a3"/></w:pPr><w16sdtfl:lock/></w:p></w:ftr>'
)
# Styles as Chinese Word writes them: ids of a letter or a figure, English names, effects of newer versions.
STYLES_OF_WORD = (
    f"<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi"/>'
    '<w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    '<w14:ligatures w14:val="standardContextual"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:rsid w:val="00112233"/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:next w:val="a"/>'
    '<w:link w:val="10"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>'
    '<w:spacing w:before="340" w:after="330" w:line="578" w:lineRule="auto"/><w:outlineLvl w:val="0"/>'
    '<w15:collapsed/></w:pPr><w:rPr><w:b/><w:color w:val="C00000"/><w:sz w:val="44"/><w14:shadow w14:blurRad="50800" '
    'w14:dist="38100" w14:dir="2700000" w14:sx="100000" w14:sy="100000" w14:kx="0" w14:ky="0" w14:algn="tl">'
    '<w14:srgbClr w14:val="000000"><w14:alpha w14:val="60000"/></w14:srgbClr></w14:shadow></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="10"><w:name w:val="标题 1 字符"/>'
    '<w:link w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:basedOn w:val="a"/>'
    '<w:rPr><w:color w:val="00B050"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="footer"/><w:basedOn w:val="a"/><w:pPr><w:tabs>'
    '<w:tab w:val="center" w:pos="4153"/><w:tab w:val="right" w:pos="8306"/></w:tabs></w:pPr>'
    '<w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="导语,导言"/><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
    "</w:styles>"
)
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


def _anchored(name: str, height: int, kind: str, drawing: str) -> str:
    return (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" behindDoc="0" '
        'relativeHeight="251660288" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>300000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="5400000" cy="{height}"/><wp:effectExtent l="0" t="19050" r="0" b="19050"/><wp:wrapNone/>'
        f'<wp:docPr id="5" name="{name}"/><wp:cNvGraphicFramePr/><a:graphic {_A}><a:graphicData uri="{kind}">{drawing}'
        '</a:graphicData></a:graphic><wp14:sizeRelH relativeFrom="margin"><wp14:pctWidth>0</wp14:pctWidth>'
        "</wp14:sizeRelH></wp:anchor></w:drawing>"
    )


def _shape(geometry: str, look: str) -> str:
    return (
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{look}</wps:spPr><wps:style><a:lnRef idx="1">'
        '<a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="0"><a:schemeClr val="accent1"/></a:fillRef>'
        '<a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor">'
        '<a:schemeClr val="tx1"/></a:fontRef></wps:style><wps:bodyPr/>'
    )


_RED = '<a:ln w="38100"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>'
_LINE = _anchored(
    "直接连接符 5",
    0,
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    f"<wps:wsp>{_shape('line', _RED)}</wps:wsp>",
)
_GROUP = _anchored(
    "组合 7",
    360000,
    _WPG,
    f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr/><wps:wsp><wps:cNvPr id="8" name="矩形"/>{_shape("rect", _RED)}</wps:wsp>'
    "</wpg:wgp>",
)
_OLDER = (
    '<w:pict><v:line id="直接连接符 5" o:spid="_x0000_s1026" style="position:absolute;z-index:251660288" '
    'from="0,23.6pt" to="425.2pt,23.6pt" o:gfxdata="UEsDBBQABgAIAA==" strokecolor="red" strokeweight="3pt"/></w:pict>'
)
_WATERMARK = (
    '<w:pict w14:anchorId="1A2B3C4D"><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" '
    'shapetype="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" '
    'style="position:absolute;width:412.4pt;height:247.45pt;rotation:315;z-index:-251658752" o:allowincell="f" '
    'fillcolor="silver" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:宋体;font-size:1pt" '
    'string="机密"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict>'
)


def _head(drawing: str, more: str = "") -> str:
    return f"<w:hdr {_NAMESPACES}{more}><w:p><w:r>{drawing}</w:r><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>"


# Heads with what offices draw in them: the red line of a letterhead, a group of shapes, a watermark.
HEADS = {
    "line": _head(
        f'<mc:AlternateContent><mc:Choice Requires="wps">{_LINE}</mc:Choice><mc:Fallback>{_OLDER}</mc:Fallback>'
        "</mc:AlternateContent>"
    ),
    "group": _head(
        f'<mc:AlternateContent><mc:Choice Requires="wpg">{_GROUP}</mc:Choice></mc:AlternateContent>',
        f' xmlns:wpg="{_WPG}"',
    ),
    "watermark": _head(_WATERMARK),
}
