"""Archives whose bytes depend on nothing but what is in them."""

import gzip
import io
import pathlib
import tarfile
import time
import zipfile


class Entry:
    """A file of an archive."""

    def __init__(self, name: str, data: bytes, mode: int = 0o644, link: str | None = None):
        self.name, self.data, self.mode, self.link = name, data, mode, link


def file(name: str, path: pathlib.Path, mode: int = 0o644) -> Entry:
    return Entry(name, path.read_bytes(), mode)


def tar(entries: list[Entry], moment: int, owner: int = 0) -> bytes:
    """A tar archive with all folders on the way, sorted by name."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        folders: set[str] = set()
        for entry in sorted(entries, key=lambda entry: entry.name):
            for parent in reversed(pathlib.PurePosixPath(entry.name).parents[:-1]):
                if str(parent) not in folders:
                    folders.add(str(parent))
                    archive.addfile(_info(str(parent), tarfile.DIRTYPE, 0o755, moment, owner))
            if entry.link is not None:
                info = _info(entry.name, tarfile.SYMTYPE, 0o777, moment, owner)
                info.linkname = entry.link
                archive.addfile(info)
                continue
            info = _info(entry.name, tarfile.REGTYPE, entry.mode, moment, owner)
            info.size = len(entry.data)
            archive.addfile(info, io.BytesIO(entry.data))
    return out.getvalue()


def tar_gz(entries: list[Entry], moment: int) -> bytes:
    return gzip.compress(tar(entries, moment), compresslevel=9, mtime=0)


def zip_file(entries: list[Entry], moment: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for entry in entries:
            info = zipfile.ZipInfo(entry.name, time.gmtime(moment)[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = (0o100000 | entry.mode) << 16
            archive.writestr(info, entry.data)
    return out.getvalue()


def _info(name: str, kind: bytes, mode: int, moment: int, owner: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.mode, info.mtime, info.uid, info.gid = kind, mode, moment, owner, owner
    return info
