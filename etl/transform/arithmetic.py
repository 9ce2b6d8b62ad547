"""What multiplies the matrices of the pipeline's networks: numpy's own library on one thread.

Half of the bare parse is matrix products. BLIS, which spaCy takes, has kernels for few processors; on others OpenBLAS, which comes with
numpy, is three times as fast. It is told to keep to one thread: products of this size gain little by more, and their waiting costs CPU.
"""

from __future__ import annotations

import ctypes
from importlib import import_module

from spacy.language import Language
from thinc.api import Model, NumpyOps

THREADS = ("scipy_openblas_set_num_threads64_", "scipy_openblas_set_num_threads", "openblas_set_num_threads64_", "openblas_set_num_threads")
"""What the function is called that sets the threads of OpenBLAS, by how numpy was built."""


def one_thread() -> bool:
    """Let numpy multiply on one thread from here on; whether it can be told so, as OpenBLAS can."""
    library = ctypes.CDLL(import_module("numpy._core._multiarray_umath").__file__)  # symbols of what it links to are found, too
    for name in THREADS:
        if hasattr(library, name):
            getattr(library, name)(1)
            return True
    return False


def multiply(nlp: Language) -> Language:
    """`nlp` with networks that multiply by numpy."""
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        network = getattr(component, "model", None)
        for node in network.walk() if isinstance(network, Model) else ():
            node.ops = ops
    return nlp
