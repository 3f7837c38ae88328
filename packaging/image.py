"""The container image: the executable, git with the libraries it asks for, and a user who is not root.

Source: OCI Image Format Specification 1.1 (image layout, manifest, configuration). Built without a daemon; `skopeo`,
`podman load` and `docker load` read the archive.
"""

import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import time

from archive import Entry, file, tar
from project import HOME, LICENSE, NAME, ROOT, SUMMARY, architecture, machine, moment, version

USER = 65532


def image_name() -> str:
    return f"{NAME}-{version()}-image-{machine()}.tar"


def root_filesystem(executable: bytes) -> bytes:
    """A root filesystem with nothing to run but contractlint and git."""
    git = pathlib.Path(shutil.which("git") or "/usr/bin/git").resolve()
    entries = [
        Entry(f"usr/bin/{NAME}", executable, 0o755),
        file("usr/bin/git", git, 0o755),
        file("usr/share/licenses/LICENSE", ROOT / "LICENSE"),
        Entry("etc/passwd", f"nobody:x:{USER}:{USER}::/work:/nologin\n".encode()),
        # A mounted repository belongs to another user than the one that looks at it.
        Entry("etc/gitconfig", b"[safe]\n\tdirectory = *\n"),
        Entry("tmp/.keep", b""), Entry("proc/.keep", b""), Entry("work/.keep", b""),
    ]
    asked = subprocess.run(["ldd", git], capture_output=True, text=True, check=True).stdout
    for library in sorted(set(re.findall(r"(/\S+)", asked))):
        entries.append(file(library.lstrip("/"), pathlib.Path(library).resolve(), 0o755))
    return tar(entries, moment())


def image(executable: bytes) -> bytes:
    layer = root_filesystem(executable)
    created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment()))
    labels = {"org.opencontainers.image.title": NAME, "org.opencontainers.image.description": SUMMARY,
              "org.opencontainers.image.version": version(), "org.opencontainers.image.licenses": LICENSE,
              "org.opencontainers.image.source": HOME}
    configuration = _json({
        "created": created, "architecture": architecture(), "os": "linux",
        "config": {"User": f"{USER}:{USER}", "Entrypoint": [f"/usr/bin/{NAME}"], "WorkingDir": "/work",
                   "Env": ["PATH=/usr/bin", "HOME=/tmp"], "Labels": labels},
        "rootfs": {"type": "layers", "diff_ids": [_digest(layer)]}, "history": [{"created": created, "created_by": NAME}]})
    manifest = _json({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": _descriptor("application/vnd.oci.image.config.v1+json", configuration),
        "layers": [_descriptor("application/vnd.oci.image.layer.v1.tar", layer)]})
    index = _json({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json",
        "manifests": [_descriptor("application/vnd.oci.image.manifest.v1+json", manifest)
                      | {"annotations": {"org.opencontainers.image.ref.name": f"{NAME}:{version()}"}}]})
    # Docker before version 25 reads this file and knows no image layout.
    docker = _json([{"Config": _blob(configuration), "RepoTags": [f"{NAME}:{version()}"], "Layers": [_blob(layer)]}])
    blobs = [Entry(_blob(data), data) for data in (layer, configuration, manifest)]
    return tar(blobs + [Entry("oci-layout", _json({"imageLayoutVersion": "1.0.0"})), Entry("index.json", index),
                        Entry("manifest.json", docker)], moment())


def _json(value) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _digest(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _blob(data: bytes) -> str:
    return "blobs/" + _digest(data).replace(":", "/")


def _descriptor(kind: str, data: bytes) -> dict:
    return {"mediaType": kind, "digest": _digest(data), "size": len(data)}
