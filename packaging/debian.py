"""The Debian package.

Source: Debian Policy 4.7, chapters 5 (control fields) and 12 (documentation).
"""

import gzip
import os
import pathlib
import subprocess
import tempfile

from project import HOME, NAME, ROOT, architecture, moment, version



def package_name() -> str:
    return f"{NAME}_{version()}_{architecture()}.deb"


def package(executable: bytes, manual: bytes, completions: dict[str, bytes]) -> bytes:
    """The package as dpkg-deb writes it; git is recommended, since only comparisons with a revision ask for it."""
    control = "\n".join(
        [
            f"Package: {NAME}",
            f"Version: {version()}",
            f"Architecture: {architecture()}",
            "Section: devel",
            "Priority: optional",
            f"Maintainer: {NAME} maintainers <maintainers@example.org>",
            "Recommends: git",
            f"Homepage: {HOME}",
            "Description: linter and CI gate for data contracts and data products",
            " It checks data contracts and data products before they are merged: their",
            " form, references, types, governance rules, and changes that break others.",
            "",
        ]
    )
    places = {"bash": f"usr/share/bash-completion/completions/{NAME}", "zsh": f"usr/share/zsh/vendor-completions/_{NAME}",
              "fish": f"usr/share/fish/vendor_completions.d/{NAME}.fish"}
    files = {f"usr/bin/{NAME}": executable, f"usr/share/man/man1/{NAME}.1.gz": gzip.compress(manual, 9, mtime=0), "DEBIAN/control": control.encode(),
             f"usr/share/doc/{NAME}/copyright": (ROOT / "LICENSE").read_bytes()}
    files |= {places[shell]: text for shell, text in completions.items()}
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder, "root")
        for name, data in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            path.chmod(0o755 if name.startswith("usr/bin/") else 0o644)
        for path in [root, *root.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
        out = pathlib.Path(folder, "out.deb")
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, out], check=True, stdout=subprocess.DEVNULL,
            env=os.environ | {"SOURCE_DATE_EPOCH": str(moment())})
        return out.read_bytes()
