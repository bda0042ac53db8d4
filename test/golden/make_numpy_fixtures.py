"""Writes numpy.json and random_numpy.json: what real NumPy gives for every function of np, on ordinary and on odd inputs.

Run with NumPy 1.26: python make_numpy_fixtures.py

numpy.json is {"inputs": [...], "cases": [...]}, a case is {"f": name in np, "args": [...], "expect": ...}. Arrays are {"shape", "data"}
with an optional "view": steps that make a non-contiguous view of it, ["T"] or ["slice", index, ...]; an argument
{"input": i} is the i-th of the inputs. Lists are nested lists, numbers are numbers, NaN and the infinities are strings.
{"error": true} stands for an exception.
"""

import json
import os

import numpy as np

from encoded_arrays import Array, array, index, number

np.seterr(all="ignore")
here = os.path.dirname(os.path.abspath(__file__))
random = np.random.RandomState(1234)
cases = []
inputs = []


def encode(x):
    if isinstance(x, Array):
        if x not in inputs:
            inputs.append(x)
        return {"input": inputs.index(x)}
    if isinstance(x, np.ndarray):
        return array(x)
    if isinstance(x, (list, tuple)):
        return [encode(element) for element in x]
    if isinstance(x, (bool, np.bool_)):
        return bool(x)
    if isinstance(x, (int, float, np.number)):
        return number(x)
    return x


def plain(x):
    if isinstance(x, Array):
        return x.value
    return [plain(element) for element in x] if isinstance(x, (list, tuple)) else x


def case(name, f, *args):
    try:
        expected = encode(f(*[plain(arg) for arg in args]))
    except Exception:
        expected = {"error": True}
    cases.append({"f": name, "args": encode(args), "expect": expected})


def normal(*shape):
    return random.randn(*shape).round(6)


matrix = Array(normal(3, 4))
transposed = Array(normal(4, 3), ["T"])
strided = Array(normal(6, 8), ["slice", "::2", "::-2"])
column = Array(normal(3, 1))
row = Array(normal(1, 4))
vector = Array(normal(4))
vector3 = Array(normal(3))
scalar = Array(1.75)
empty = Array(np.zeros(0))
empty_rows = Array(np.zeros((0, 4)))
ones_shape = Array([[[2.5]]])
odd = Array([[0.0, -0.0, np.nan], [np.inf, -np.inf, -1.5]])
odd_other = Array([[1.0, np.inf, 2.0]])
cube = Array(normal(2, 3, 4))
cube_view = Array(normal(4, 3, 2), ["T"], ["slice", ":", "::-1"])
four = Array(normal(2, 3, 2, 4))
integers = Array(random.randint(-3, 4, (3, 4)))
nested = [[1, 2], [3, 4]]
everything = [matrix, transposed, strided, column, row, vector, scalar, empty, empty_rows, ones_shape, odd, cube, cube_view, four]

unary = {
    "negative": np.negative, "abs": np.abs, "sign": np.sign, "sqrt": np.sqrt, "square": np.square,
    "reciprocal": np.reciprocal, "exp": np.exp, "expm1": np.expm1, "log": np.log, "log1p": np.log1p, "log2": np.log2,
    "log10": np.log10, "sin": np.sin, "cos": np.cos, "tan": np.tan, "arctan": np.arctan, "sinh": np.sinh,
    "cosh": np.cosh, "tanh": np.tanh, "floor": np.floor, "ceil": np.ceil, "trunc": np.trunc,
    "logicalNot": np.logical_not, "isnan": np.isnan, "isinf": np.isinf, "isfinite": np.isfinite,
}
wide = Array([-745.2, -30.0, -1.0, -1e-3, -1e-9, 1e-300, 1e-9, 1e-3, 0.3, 0.7, 1.0, 2.0, 19.0, 30.0, 709.0, 710.0, 1e300])
for name, f in unary.items():
    for a in [matrix, transposed, strided, scalar, empty, odd, cube_view, wide]:
        case(name, lambda x: f(np.asarray(x)).astype(float), a)
    case(name, lambda x: float(f(float(x))), 0.5)
    case(name, lambda x: f(np.array(x, float)).astype(float), nested)

binary = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide, "power": np.power,
    "mod": np.mod, "maximum": np.maximum, "minimum": np.minimum, "equal": np.equal, "notEqual": np.not_equal,
    "greater": np.greater, "greaterEqual": np.greater_equal, "less": np.less, "lessEqual": np.less_equal,
    "logicalAnd": np.logical_and, "logicalOr": np.logical_or, "logicalXor": np.logical_xor, "arctan2": np.arctan2,
}
del binary["arctan2"]
pairs = [
    (matrix, matrix), (matrix, transposed), (strided, matrix), (matrix, column), (row, matrix), (column, row),
    (matrix, vector), (vector, column), (matrix, 2), (0.5, matrix), (scalar, matrix), (empty, 1), (empty_rows, row),
    (odd, odd_other), (odd_other, odd), (odd, 0), (cube, matrix), (cube_view, 1.5), (Array(normal(3, 1)), cube),
    (four, Array(normal(3, 1, 1))), (Array(normal(2, 1, 2, 1)), four), (integers, nested), (integers, integers),
    (nested, [1, 2]), (ones_shape, matrix), (matrix, Array(normal(3, 5))), (transposed, vector3), (integers, 2),
    (Array([-7.0, 7.0, -7.0, 7.0]), Array([3.0, -3.0, -3.0, 3.0])),
]
for name, f in binary.items():
    for a, b in pairs:
        case(name, lambda x, y: f(np.array(x, float), np.array(y, float)).astype(float), a, b)
    case(name, lambda x, y: float(f(float(x), float(y))), 2, 3)


long = Array(normal(300))
wide_rows = Array(normal(3, 40))
tall_rows = Array(normal(40, 3))


def axes_of(a):
    n = a.value.ndim
    return [None] + list(range(-n, n))


reductions = {"sum": np.sum, "prod": np.prod, "mean": np.mean, "max": np.max, "min": np.min, "std": np.std, "var": np.var}
for name, f in reductions.items():
    for a in everything + [long, wide_rows, tall_rows]:
        if a in (four, cube_view):
            combinations = [None, 0, -1, (0, 2), (0, 1)]
        else:
            combinations = axes_of(a)
        for axis in combinations:
            case(name, lambda x, d: f(x, axis=tuple(d) if isinstance(d, list) else d), a, axis)
            case(name, lambda x, d, k: f(x, axis=tuple(d) if isinstance(d, list) else d, keepdims=k), a, axis, True)
    case(name, f, nested)
    case(name, f, 3)
    case(name, lambda x, d: f(x, axis=d), matrix, 2)
for name in ("std", "var"):
    for axis in (None, 0, 1):
        case(name, lambda x, d, k, n: reductions[name](x, axis=d, keepdims=k, ddof=n), matrix, axis, False, 1)

for name, f in {"argmax": np.argmax, "argmin": np.argmin}.items():
    for a in everything + [integers]:
        for axis in axes_of(a):
            case(name, lambda x, d: f(x, axis=d), a, axis)
for name, f in {"all": np.all, "any": np.any}.items():
    for a in [matrix, integers, odd, empty, cube_view, Array(np.zeros((2, 3)))]:
        for axis in axes_of(a):
            if axis is None:
                case(name, f, a)
            else:
                case(name, lambda x, d, k: f(x, axis=d, keepdims=k).astype(float), a, axis, True)
for a in [matrix, transposed, strided, vector, empty, cube, cube_view, integers]:
    for axis in axes_of(a):
        case("cumsum", lambda x, d: np.cumsum(x, axis=d), a, axis)

square = Array(normal(4, 4))
tall = Array(normal(70, 33))
products = [
    (matrix, transposed.value.shape and Array(normal(4, 2))), (matrix, Array(normal(2, 4), ["T"])), (strided, Array(normal(4, 5))),
    (matrix, vector), (vector, vector), (vector3, matrix), (cube, Array(normal(4, 2))), (cube, Array(normal(4, 3), ["T"])),
    (cube, vector), (vector3, cube), (cube, Array(normal(2, 4, 3))), (column, row), (empty_rows, Array(normal(4, 2))),
    (Array(np.zeros((3, 0))), Array(np.zeros((0, 2)))), (Array([[np.inf, 1.0]]), Array([[0.0], [np.nan]])), (matrix, matrix),
    (tall, Array(normal(70, 33), ["T"])), (Array(normal(33, 70), ["T"]), Array(normal(66, 66), ["slice", "::2", "::-2"])),
    (nested, nested),
]
for a, b in products:
    case("dot", np.dot, a, b)
    case("matmul", np.matmul, a, b)
case("dot", np.dot, 3, matrix)
case("dot", np.dot, 3, 4)
case("matmul", np.matmul, 3, matrix)
case("matmul", np.matmul, Array(normal(2, 1, 3, 4)), Array(normal(5, 4, 2)))
for a, b in [(vector, vector3), (matrix, column), (2, vector), (empty, vector)]:
    case("outer", np.outer, a, b)
case("vdot", np.vdot, matrix, strided)
case("vdot", np.vdot, matrix, vector)
for a in [square, matrix, transposed, strided]:
    case("trace", np.trace, a)
for order in (None, 1, 2, 3, np.inf, -np.inf):
    for axis in (0, 1, -1):
        case("linalg.norm", lambda x, o, d, k: np.linalg.norm(x, ord=None if o is None else float(o), axis=d, keepdims=k), strided, order, axis, True)
    case("linalg.norm", lambda x, o: np.linalg.norm(x, ord=None if o is None else float(o)), vector, order)
case("linalg.norm", np.linalg.norm, cube)
case("norm", np.linalg.norm, transposed)
for subscripts, *operands in [
    ("ij,jk->ik", matrix, Array(normal(4, 2))), ("ij->ji", transposed), ("ii->i", square), ("ii->", square), ("ijk->j", cube_view),
    ("i,j->ij", vector, vector3), ("bij,bjk->bik", cube, Array(normal(2, 4, 2))), ("ij,ij->", matrix, strided),
    ("i,i,i->", vector, vector, vector), ("ij,k->ik", matrix, vector),
]:
    case("einsum", np.einsum, subscripts, *operands)

for shape in (3, (2, 3), (0, 2), (), (2, 1, 2, 2)):
    case("zeros", np.zeros, shape)
    case("ones", np.ones, shape)
    case("full", np.full, shape, 2.5)
case("full", np.full, (2, 3), [1.0, 2.0, 3.0])
for a in [matrix, transposed, empty, scalar, nested]:
    case("zerosLike", lambda x: np.zeros_like(np.array(x, float)), a)
    case("onesLike", lambda x: np.ones_like(np.array(x, float)), a)
    case("fullLike", lambda x, v: np.full_like(np.array(x, float), v), a, 7)
    case("array", lambda x: np.array(x, float), a)
    case("asarray", lambda x: np.array(x, float), a)
for args in [(3,), (2, 4), (4, 2), (3, 3, 1), (3, 4, -1), (0,)]:
    case("eye", np.eye, *args)
for args in [(5,), (0,), (-3,), (2, 7), (0, 1, 0.1), (5, 0, -1.5), (1, 1.3, 0.1), (0, 5, -1)]:
    case("arange", lambda *a: np.arange(*map(float, a)), *args)
for args in [(0, 1), (0, 1, 5), (-3.12, 3.12, 200), (1, 0, 4), (0, 1, 1), (0, 1, 0), (0, 10, 4, False), (2, 2, 3)]:
    case("linspace", np.linspace, *args)
case("meshgrid", lambda x, y: list(np.meshgrid(x, y)), vector3, vector)
case("meshgrid", lambda x, y: list(np.meshgrid(x, y)), [1, 2], [3])

for a in everything:
    case("transpose", np.transpose, a)
    case("ravel", np.ravel, a)
    case("flip", np.flip, a)
    case("squeeze", np.squeeze, a)
case("transpose", np.transpose, cube_view, [2, 0, 1])
case("transpose", np.transpose, cube, [-1, 0, 1])
case("transpose", np.transpose, cube, [0, 0, 1])
for a, shape in [(matrix, (2, 6)), (transposed, (2, -1)), (strided, -1), (cube_view, (4, 6)), (matrix, (5, 2)), (empty, (0, 3)), (scalar, (1, 1)), (matrix, (-1, 5)), (row, (4,))]:
    case("reshape", np.reshape, a, shape)
for a, axis in [(column, 1), (column, 0), (ones_shape, (0, 2)), (Array(normal(1, 3, 1)), -1), (2, None)]:
    case("squeeze", lambda x, d: np.squeeze(x, axis=tuple(d) if isinstance(d, list) else d), a, axis) if axis is not None else case("squeeze", np.squeeze, a)
for a, axis in [(vector, 0), (vector, 1), (vector, -1), (matrix, 1), (transposed, -2), (matrix, (0, 3)), (vector, 2)]:
    case("expandDims", lambda x, d: np.expand_dims(x, tuple(d) if isinstance(d, list) else d), a, axis)
for a, shape in [(row, (3, 4)), (column, (2, 3, 5)), (scalar, (2, 2)), (matrix, (4,)), (matrix, (2, 3, 4))]:
    case("broadcastTo", np.broadcast_to, a, shape)
for parts, axis in [([matrix, transposed], 0), ([matrix, column], 1), ([matrix, strided], -1), ([vector, vector3], 0), ([cube, cube_view.value.shape and cube], 2), ([matrix, vector], 0), ([empty_rows, matrix], 0)]:
    case("concatenate", lambda x, d: np.concatenate(x, axis=d), parts, axis)
for axis in (0, 1, 2, -1):
    case("stack", lambda x, d: np.stack(x, axis=d), [matrix, transposed], axis)
for parts in ([matrix, column], [vector, vector3], [cube, cube], [nested, nested]):
    case("hstack", np.hstack, parts)
for parts in ([matrix, row], [vector, vector], [matrix, vector], [cube, cube]):
    case("vstack", np.vstack, parts)
for a, parts, axis in [(matrix, 3, 0), (strided, 2, 1), (vector, [1, 3], 0), (matrix, 2, 0), (cube_view, [1], -1), (vector, [2, 9], 0)]:
    case("split", lambda x, p, d: list(np.split(x, p, axis=d)), a, parts, axis)
for a, times in [(vector, 2), (vector, (2, 1)), (matrix, (2, 3)), (strided, 2), (cube, (1, 2)), (scalar, 3), (matrix, (2, 1, 1)), (vector, 0)]:
    case("tile", np.tile, a, times)
for a, times, axis in [(vector, 2, None), (strided, 2, 0), (matrix, 3, 1), (cube_view, 2, -1), (matrix, 2, None)]:
    case("repeat", lambda x, n, d: np.repeat(x, n, axis=d), a, times, axis)
for a, axis in [(matrix, 0), (strided, 1), (cube_view, (0, 2)), (vector, -1)]:
    case("flip", lambda x, d: np.flip(x, axis=tuple(d) if isinstance(d, list) else d), a, axis)
for a, shift, axis in [(vector, 1, None), (matrix, 2, None), (strided, -1, 0), (matrix, 5, 1), (cube_view, 1, -1), (empty, 1, 0)]:
    case("roll", lambda x, n, d: np.roll(x, n, axis=d), a, shift, axis)
for a, widths, value in [(matrix, 1, 0), (vector, (1, 2), 9), (strided, ((0, 1), (2, 0)), 0.5), (four, ((0, 0), (1, 1), (1, 1), (0, 0)), 0), (matrix, ((1, 1), (1, 1), (1, 1)), 0)]:
    case("pad", lambda x, w, v: np.pad(x, w, constant_values=v), a, widths, value)

mask = Array(random.randint(0, 2, (3, 4)))
case("where", np.where, mask, matrix, strided)
case("where", np.where, mask, 1, column)
case("where", np.where, Array([1.0, 0.0, 1.0, 0.0]), matrix, 0)
case("where", np.where, Array([1.0, 0.0]), matrix, 0)
for a in [strided, matrix]:
    case("extract", np.extract, mask, a)
for a in [integers, mask, empty, cube, scalar and vector]:
    case("nonzero", lambda x: list(np.nonzero(x)), a)
for a, indices, axis in [(vector, [0, 2, -1], 0), (matrix, [[0, 1], [2, 0]], 0), (strided, [3, 0], 1), (matrix, [11, 0], None), (cube_view, [1], -1), (vector, [4], 0), (matrix, 1, 0)]:
    case("take", lambda x, i, d: np.take(x, i, axis=d), a, indices, axis)
for a in [matrix, strided, integers, cube_view, vector, empty, Array([3.0, np.nan, 1.0, -np.inf])]:
    for axis in (-1, 0):
        case("sort", lambda x, d: np.sort(x, axis=d), a, axis)
        case("argsort", lambda x, d: np.argsort(x, axis=d, kind="stable"), a, axis)
for a in [integers, odd_other, empty]:
    case("unique", np.unique, a)
for a, low, high in [(matrix, -0.5, 0.5), (odd, -1, 1), (strided, column, 1), (3, 0, 2)]:
    case("clip", lambda x, l, h: np.clip(x, l, h), a, low, high)
halves = Array([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 1.005, 2.675, -0.0, np.nan, np.inf, 1234.5678])
for decimals in (0, 1, 2, 3, -2):
    case("round", np.round, halves, decimals)
    case("round", np.round, strided, decimals)
for a, b in [(matrix, matrix), (matrix, strided), (odd, odd), (Array([1.0, np.inf]), Array([1.0 + 1e-9, np.inf])), (1, 1 + 1e-4), (matrix, Array(normal(3, 5)))]:
    case("allclose", lambda x, y: bool(np.allclose(x, y)), a, b)
    case("arrayEqual", lambda x, y: bool(np.array_equal(x, y)), a, b)
case("isclose", lambda x, y, r, t: np.isclose(x, y, r, t).astype(float), [1, 2, 3], [1.1, 2.5, 3], 0.1, 0.2)

slices = [(matrix, "1:"), (matrix, ":", "::-1"), (strided, 1), (strided, -1, "1:3"), (cube, ":", 1), (cube_view, "-2:", "0:1", 0), (vector, "10:"), (vector, "-100:2"), (vector, "3:1"), (vector, "::-2"), (matrix, 3), (vector, None), (matrix, ":", None, "1:3"), (vector, "4:0:-1")]
for a, *indices in slices:
    case("slice", lambda x, *i: x[tuple(map(index, i))], a, *indices)

prints = [
    matrix, transposed, strided, scalar, empty, empty_rows, odd, cube, four, integers, ones_shape, normal(30), np.arange(1000.0), np.arange(1001.0),
    np.arange(40.0), np.zeros((2, 2)), np.array([1e-5, 1.0]), np.array([1e8]), np.array([99999999.0]), np.array([123456.789, 0.001]), np.array([1e5, 1e-4]),
    np.array([0.1, 0.12345678912]), np.array([1e300, 1e-300]), np.array([np.nan, 1.0]), np.array([np.inf, -np.inf, 0.5]), np.array([np.nan]), np.array([[-np.inf, 1e-9]]),
    np.array([1 / 512, 3 / 512]), np.array([0.001953125]), np.array([1.5, -0.0]), np.array([100000.5, 3.25]), np.array([1e16]), np.array(1e16), np.array(1e-5), np.array(123456789.125), np.array(-0.0), np.array(np.nan),
    np.random.RandomState(3).randn(2, 3), normal(20, 30), normal(40, 30).round(2), normal(1, 1001).round(1), normal(501, 2).round(2), normal(7, 13, 12).round(1), normal(4, 30) * 1e6, normal(3, 5) * 1e-7, normal(2, 25) * 100,
    random.rand(4, 4), random.rand(3, 3) * 1e9, np.array([[1e10, 1.0]]), np.array([2.0**60]), np.array([1 / 3, 2 / 3, 1e3]), np.array([0.5, 2500.0]), np.array([1e-320]), np.array([5e-324, 1e308]),
    np.array([1.000000005, 2.0]), np.array([123.0, -4567.0]), np.array([[0.00001234, 12.0]]), np.ones((1, 1, 1, 1)), np.array([9.9999999999]), np.array([0.99999999999, 1.0]), np.array([999.999999999, 1.0]),
]
for a in prints:
    a = a if isinstance(a, Array) else Array(a)
    cases.append({"f": "toString", "args": encode([a]), "expect": str(a.value)})

with open(os.path.join(here, "numpy.json"), "w") as file:
    lines = [",\n".join(json.dumps(line) for line in part) for part in ([a.json() for a in inputs], cases)]
    file.write('{"inputs": [\n' + lines[0] + '\n], "cases": [\n' + lines[1] + "\n]}\n")
print(len(cases), "cases")


def streams():
    """Draws of every kind, each from a fresh generator; arguments as in RandomState of nablab."""
    draws = []
    probabilities = [0.1, 0.2, 0.3, 0.4]

    def draw(name, f, *args):
        for seed in (0, 1, 42, 2**32 - 1):
            draws.append({"f": name, "seed": seed, "args": encode(args), "expect": encode(f(np.random.RandomState(seed)))})

    draw("rand", lambda r: r.rand(400), 400)
    draw("random", lambda r: r.random_sample((2, 3)), [2, 3])
    draw("randn", lambda r: r.randn(3, 5), 3, 5)
    draw("normal", lambda r: r.normal(2, 3, 7), 2, 3, 7)
    draw("uniform", lambda r: r.uniform(-4, 9, (2, 2)), -4, 9, [2, 2])
    for low, high in ((0, 1), (0, 2), (-5, 5), (0, 7), (3, 1000), (0, 2**32), (0, 2**40), (-(2**45), 2**45)):
        draw("randint", lambda r: r.randint(low, high, 12), low, high, 12)
    draw("randint", lambda r: r.randint(10, size=(3, 4)), 10, None, [3, 4])
    draw("permutation", lambda r: r.permutation(25), 25)
    rows = np.arange(10.0).reshape(5, 2)
    draw("permutation", lambda r: r.permutation(rows), rows)
    for n, p in ((20, [0.2, 0.3, 0.5]), (1000, [0.1, 0.6, 0.3]), (100000, [0.4, 0.25, 0.35]), (3, [0.0, 1.0, 0.0]), (400, [0.49, 0.51])):
        draw("multinomial", lambda r: r.multinomial(n, p, 12), n, p, 12)
    draw("multinomial", lambda r: r.multinomial(1, probabilities), 1, probabilities)
    draw("choice", lambda r: r.choice(9, 20), 9, 20)
    draw("choice", lambda r: r.choice([2.0, 3.0, 5.0, 7.0], (2, 6)), [2, 3, 5, 7], [2, 6])
    draw("choice", lambda r: r.choice(12, 7, False), 12, 7, False)
    draw("choice", lambda r: r.choice(4, 30, True, probabilities), 4, 30, True, probabilities)
    draw("choice", lambda r: r.choice(4, 3, False, probabilities), 4, 3, False, probabilities)
    return draws


with open(os.path.join(here, "random_numpy.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(d) for d in streams()) + "\n]\n")
