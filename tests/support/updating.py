"""Run by the system's Python, which has LibreOffice's module: every field and index of drafts is updated.

``updating.py soffice pipe profile file…``: beside each FILE.docx come FILE-before and FILE-after, as text and as PDF,
with the results as they were written and as LibreOffice makes them.
"""

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def main(soffice, pipe, profile, *files):
    started = subprocess.Popen(
        [soffice, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={Path(profile).as_uri()}",
         f"--accept=pipe,name={pipe};urp;"]
    )  # fmt: skip
    try:
        desktop = connected(pipe)
        for file in files:
            update(desktop, Path(file))
        desktop.terminate()
    finally:
        try:
            started.wait(30)
        except subprocess.TimeoutExpired:
            started.kill()


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:  # it is not up yet
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def update(desktop, file):
    opened = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (setting("Hidden", True),))
    write(opened, file, "before")
    opened.getTextFields().refresh()
    indexes = opened.getDocumentIndexes()
    for at in range(indexes.getCount()):
        indexes.getByIndex(at).update()
    opened.getTextFields().refresh()
    write(opened, file, "after")
    opened.close(False)


def write(opened, file, when):
    target = file.with_name(f"{file.stem}-{when}.pdf").as_uri()
    opened.storeToURL(target, (setting("FilterName", "writer_pdf_Export"),))  # first: it has the pages laid out
    target = file.with_name(f"{file.stem}-{when}.txt").as_uri()
    opened.storeToURL(target, (setting("FilterName", "Text (encoded)"), setting("FilterOptions", "UTF8,LF")))


def setting(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


main(*sys.argv[1:])
