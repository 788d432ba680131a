"""LibreOffice as a reader of tracked changes: the text of Word files with all changes accepted, or rejected.
One start of the program for all files; no macro. Needs libreoffice-writer and python3-uno."""
import pathlib
import re
import subprocess
import time
import zipfile

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


COMMENT = re.compile(rb'<w:comment(RangeStart|RangeEnd|Reference)[^>]*/>')


def without_comments(file, copy):
    """LibreOffice 7.4 ends where it opens a file with comments and has no window to show them in."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, COMMENT.sub(b"", part) if name == "word/document.xml" else part)


class LibreOffice:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        pipe = f"concord{self.folder.name.replace('_', '')}{time.monotonic_ns()}"
        self.process = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--nologo",
             f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.context = self.connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self.desktop = self.service("com.sun.star.frame.Desktop")

    @staticmethod
    def connect(address):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                return resolver.resolve(address)
            except NoConnectException:
                time.sleep(0.25)
        raise RuntimeError("LibreOffice does not start")

    def service(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def text(self, file, accept):
        copy = self.folder / "copy.docx"
        without_comments(file, copy)
        document = self.desktop.loadComponentFromURL(copy.as_uri(), "_blank", 0, (prop("Hidden", True),))
        try:
            command = ".uno:AcceptAllTrackedChanges" if accept else ".uno:RejectAllTrackedChanges"
            self.service("com.sun.star.frame.DispatchHelper").executeDispatch(
                document.CurrentController.Frame, command, "", 0, ())
            out = self.folder / "text.txt"
            document.storeToURL(out.as_uri(), (prop("FilterName", "Text"), prop("FilterOptions", "UTF8,LF,,,")))
            return out.read_text(encoding="utf-8-sig")
        finally:
            document.close(True)

    def again(self):
        """Another one, where this one may be gone."""
        self.process.kill()
        self.process.wait()
        return LibreOffice(self.folder)

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # it goes before it answers
            pass
        self.process.wait(timeout=60)
