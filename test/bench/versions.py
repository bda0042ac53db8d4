"""What NumPy computes with, as one line: versions, and the kernel that its BLAS has chosen for this processor."""

import platform

import numpy


def blas():
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return "kernel of its BLAS unknown (threadpoolctl is not installed)"
    for library in threadpool_info():
        if library["user_api"] == "blas":
            name, version = library["internal_api"], library["version"]
            return f"{name} {version}, kernel {library.get('architecture')}, {library['num_threads']} threads"
    return f"BLAS: {numpy.show_config(mode='dicts')['Build Dependencies']['blas']['name']}"


print(f"NumPy {numpy.__version__} ({blas()}) on Python {platform.python_version()}")
