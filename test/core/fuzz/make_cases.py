"""Random calls of np's functions with what real NumPy gives: the cases of the differential fuzz.

python make_cases.py <seed> <count> writes one case per line, {"f": name in np, "args": [...], "expect": ...}, encoded as
in golden/make_numpy_fixtures.py. Arguments are arrays with 0 to 4 axes, among them axes of length 0 and 1, views with
gaps and in reverse, NaN and infinities, and axes, shapes and counts of which some do not exist.
"""

import json
import os
import sys
import warnings

import numpy as np

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../golden"))
from encoded_arrays import Array, array, index, number

warnings.simplefilter("ignore")
np.seterr(all="ignore")
seed, count = int(sys.argv[1]), int(sys.argv[2])
random = np.random.RandomState(seed)


def pick(*options):
    return options[random.randint(len(options))]


def chance(p):
    return random.rand() < p


def encode(x):
    if isinstance(x, Array):
        return x.json()
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


def shape(least=0, most=4):
    return tuple(int(n) for n in random.choice([0, 1, 1, 2, 2, 3, 3, 4], random.randint(least, most + 1)))


def values(size, kind=None):
    kind = kind or pick("normal", "normal", "integers", "special", "small")
    if kind == "normal":
        return np.round(random.standard_normal(size), 3)
    if kind == "integers":
        return random.randint(-3, 4, size).astype(float)
    if kind == "small":
        return random.choice([1e-310, -5e-324, 1e-8, 0.0, -0.0, 2.5, 1e308, -1e17], size)
    return random.choice([np.nan, np.inf, -np.inf, 0.0, -0.0, 1.0, -1.0, 2.5], size)


def arr(size=None, kind=None):
    size = shape() if size is None else tuple(size)
    way = pick("plain", "plain", "T", "reverse", "gaps")
    if way == "T":
        return Array(values(size[::-1], kind), ("T",))
    if way == "reverse" and size:
        return Array(values(size, kind), ("slice", *[pick("::-1", ":") for _ in size]))
    if way == "gaps" and size:
        wide = tuple(2 * n for n in size)
        return Array(values(wide, kind), ("slice", *["::2" for _ in size]))
    return Array(values(size, kind))


def filled(least, most):
    """An array with elements: without any, NumPy also takes counts and positions that do not exist."""
    a = arr(shape(least, most))
    return a if a.value.size else filled(least, most)


def other(a):
    """The shape of an operand that broadcasts against a, mostly."""
    if chance(0.1):
        return shape()
    size = [1 if chance(0.3) else n for n in a.value.shape]
    return tuple(size[random.randint(len(size) + 1) if chance(0.3) else 0 :])


def axis(a, none=True):
    n = a.value.ndim
    if none and chance(0.25):
        return None
    return int(random.randint(-n - 1, n + 2)) if chance(0.15) else int(random.randint(-n, n)) if n else pick(0, -1)


def axes(a):
    n = a.value.ndim
    if n and chance(0.25):
        return [int(d) for d in random.randint(-n, n, random.randint(1, 3))]
    if not n:
        return None  # np.mean and np.std refuse the axes 0 and -1 that np.sum takes
    return axis(a)


def tup(d):
    return tuple(d) if isinstance(d, list) else d


calls = {}


def define(name, f, arguments):
    calls[name] = (f, arguments)


unary = dict(
    negative=np.negative, abs=np.abs, sign=np.sign, sqrt=np.sqrt, square=np.square, reciprocal=np.reciprocal, exp=np.exp, expm1=np.expm1,
    log=np.log, log1p=np.log1p, log2=np.log2, log10=np.log10, sin=np.sin, cos=np.cos, arctan=np.arctan, sinh=np.sinh, cosh=np.cosh,
    tanh=np.tanh, floor=np.floor, ceil=np.ceil, trunc=np.trunc, logicalNot=np.logical_not, isnan=np.isnan, isinf=np.isinf, isfinite=np.isfinite,
)
for name, f in unary.items():
    big = name in ("sin", "cos")
    define(name, f, lambda big=big: [arr(kind=pick("normal", "integers", "special") if big else None)])
binary = dict(
    add=np.add, subtract=np.subtract, multiply=np.multiply, divide=np.divide, power=np.power, mod=np.mod, maximum=np.maximum, minimum=np.minimum,
    equal=np.equal, notEqual=np.not_equal, greater=np.greater, greaterEqual=np.greater_equal, less=np.less, lessEqual=np.less_equal,
    logicalAnd=np.logical_and, logicalOr=np.logical_or, logicalXor=np.logical_xor, arctan2=np.arctan2, isclose=np.isclose,
)


def two():
    a = arr()
    b = arr(other(a))
    if chance(0.1):
        b = pick(0, 1, -2, 0.5)
    return [b, a] if chance(0.5) else [a, b]


for name, f in binary.items():
    define(name, f, two)
define("arrayEqual", lambda a, b: bool(np.array_equal(a, b)), two)
define("allclose", lambda a, b: bool(np.allclose(a, b)), two)


def reduce(f):
    return lambda a, d, k: f(a, axis=tup(d), keepdims=k)


def with_axes():
    a = arr()
    return [a, axes(a), chance(0.3)]


def with_axis(**given):
    def arguments():
        a = arr()
        return [a, axis(a, **given)]

    return arguments


for name, f in dict(sum=np.sum, prod=np.prod, mean=np.mean, max=np.max, min=np.min, std=np.std, var=np.var, nansum=np.nansum, nanmean=np.nanmean).items():
    define(name, reduce(f), with_axes)
calls["prod"] = (calls["prod"][0], lambda: (lambda a: [a, axes(a), chance(0.3)])(arr(kind=pick("normal", "integers", "special"))))
define("median", reduce(np.median), lambda: (lambda a: [a, axes(a) if a.value.size else None, chance(0.3)])(arr()))
define("all", lambda a, d, k: np.all(a, axis=tup(d), keepdims=k), with_axes)
define("any", lambda a, d, k: np.any(a, axis=tup(d), keepdims=k), with_axes)
for name, f in dict(argmax=np.argmax, argmin=np.argmin, cumsum=np.cumsum).items():
    define(name, f, with_axis())
define("sort", np.sort, with_axis(none=False))
define("argsort", lambda a, d: np.argsort(a, d, kind="stable"), with_axis(none=False))
define("countNonzero", lambda a, d: np.count_nonzero(a, d), with_axis())


def product():
    kind = pick("normal", "integers")  # BLAS takes 0 times NaN for 0 where it scales by one number
    a = arr(shape(0, 3), kind)
    k = a.value.shape[-1] if a.value.ndim else 2
    size = list(shape(0, 3))
    if size and chance(0.9):
        size[max(0, len(size) - 2)] = k
    return [a, arr(size, kind)]


define("dot", np.dot, product)
define("matmul", np.matmul, product)
define("outer", np.outer, lambda: [arr(shape(0, 2)), arr(shape(0, 2))])


def flat():
    kind = pick("normal", "integers")
    a = arr(kind=kind)
    b = arr(a.value.shape[::-1] if chance(0.8) else None, kind)
    return [a, b]


define("vdot", np.vdot, flat)
define("trace", np.trace, lambda: [arr(shape(2, 2))])
define("linalg.norm", lambda a, o, d, k: np.linalg.norm(a, o, d if d is None else tup(d), k), lambda: (lambda a, d: [a, None if d is None and a.value.ndim == 2 else pick(None, None, 2, 1, 3, "inf", "-inf"), d, chance(0.3)])(*(lambda a: (a, axis(a)))(arr(shape(1, 3)))))


def axes_order():
    a = arr()
    n = a.value.ndim
    return [a, [int(d) for d in (random.permutation(n) if chance(0.8) else random.randint(-n - 1, n + 1, n))]]


define("transpose", lambda a, d: np.transpose(a, d), axes_order)
define("swapaxes", np.swapaxes, lambda: (lambda a: [a, axis(a, none=False), axis(a, none=False)])(arr()))
define("moveaxis", np.moveaxis, lambda: (lambda a: [a, axis(a, none=False), axis(a, none=False)])(arr()))
define("rollaxis", np.rollaxis, lambda: (lambda a: [a, axis(a, none=False), pick(0, 0, 1, 2, -1)])(arr()))


def new_shape():
    a = arr()
    size = a.value.size
    options = [[-1], [size], [1, size], [-1, 1], [2, -1], [0, -1], [size, -1], [3, 4], list(a.value.shape[::-1]), [-1, -1], []]
    return [a, options[random.randint(len(options))]]


define("reshape", np.reshape, new_shape)
define("ravel", np.ravel, lambda: [arr()])
define("squeeze", lambda a, d: np.squeeze(a, tup(d)), lambda: (lambda a: [a, axes(a)])(arr()))
define("expandDims", lambda a, d: np.expand_dims(a, tup(d)), lambda: (lambda a: [a, [int(x) for x in random.randint(-3, 4, random.randint(1, 3))] if chance(0.4) else int(random.randint(-3, 4))])(arr(shape(0, 3))))
define("broadcastTo", np.broadcast_to, lambda: (lambda a: [a, list(shape(0, 1) + tuple(n if n != 1 else pick(1, 2, 0) for n in a.value.shape))])(arr(shape(0, 3))))
define("broadcastArrays", lambda *a: list(np.broadcast_arrays(*a)), lambda: two())


def joined():
    first = arr(shape(0, 3))
    parts = [first]
    for _ in range(random.randint(0, 3)):
        size = list(first.value.shape)
        if size and chance(0.7):
            size[random.randint(len(size))] = int(random.randint(0, 3))
        parts.append(arr(size))
    return parts


for name, f in dict(concatenate=np.concatenate, stack=np.stack).items():
    define(name, lambda p, d, f=f: f(p, axis=d), lambda: (lambda p: [p, axis(p[0], none=False)])(joined()))
for name, f in dict(hstack=np.hstack, vstack=np.vstack).items():
    define(name, f, lambda: [joined()])
define("append", lambda a, v, d: np.append(a, v, d), lambda: (lambda p: [p[0], p[-1], axis(p[0])])(joined()))
define("split", lambda a, p, d: list(np.split(a, p, d)), lambda: (lambda a: [a, pick(1, 2, 3, 0, [1], [1, 3], [2, 1], [-1]), axis(a, none=False)])(arr(shape(1, 3))))
define("arraySplit", lambda a, p, d: list(np.array_split(a, p, d)), lambda: (lambda a: [a, pick(1, 2, 3, 0, [1], [1, 3]), axis(a, none=False)])(arr(shape(1, 3))))
define("tile", np.tile, lambda: [filled(0, 3), pick(0, 1, 2, 3, [2], [1, 2], [2, 1, 2], -1, [2, 0], 1.5)])


def repeated():
    a = filled(0, 3)
    d = axis(a)
    n = a.value.size if d is None else a.value.shape[d] if -a.value.ndim <= d < a.value.ndim else 1
    return [a, [int(x) for x in random.randint(-1 if chance(0.05) else 0, 4, n + int(chance(0.1)))] if chance(0.4) else pick(0, 1, 2, 3, -1, 1.5), d]


define("repeat", lambda a, n, d: np.repeat(a, np.array(n, dtype=None if n == 1.5 else int), d), repeated)
define("flip", lambda a, d: np.flip(a, tup(d)), lambda: (lambda a: [a, axes(a)])(arr()))
define("roll", lambda a, n, d: np.roll(a, n, d), lambda: (lambda a: [a, int(random.randint(-5, 6)), axis(a)])(arr()))
define("pad", lambda a, w, v: np.pad(a, w, constant_values=v), lambda: (lambda a: [a, pick(1, 0, [1, 2], [[1, 0]] * a.value.ndim, -1, [2, -1], 1.5, [[1, 2]] * 3), pick(0, 2.5)])(arr(shape(1, 3))))
define("diff", lambda a, n, d: np.diff(a, n, d), lambda: (lambda a: [a, pick(1, 1, 2, 0, -1), axis(a, none=False)])(arr(shape(1, 4))))


def masked():
    a = arr()
    other = [n + int(chance(0.05)) for n in a.value.shape]
    return [Array(random.randint(0, 2, other)), a]


define("extract", lambda m, a: a[m.astype(bool)], lambda: (lambda m, a: [m, a])(*masked()))
define("where", lambda m, x, y: np.where(m, x, y), lambda: (lambda m, a: [m, a, arr(other(a))])(*masked()))
for name, f in dict(nonzero=lambda a: list(np.nonzero(a)), flatnonzero=np.flatnonzero, argwhere=np.argwhere).items():
    define(name, f, lambda: [arr(shape(1, 3), pick("integers", "special"))])
define("nanToNum", np.nan_to_num, lambda: [arr()])
define("take", lambda a, i, d: np.take(a, i, d), lambda: (lambda a: [a, pick(0, [0, 1], [-1, 0, -1], [[0, 1], [1, 0]], [5], []), axis(a)])(filled(0, 4)))
calls["take"] = (lambda a, i, d: np.take(a, np.array(i, dtype=int), d), calls["take"][1])
define("unique", np.unique, lambda: [arr()])
define("clip", np.clip, lambda: (lambda a: [a, pick(None, -1, 0.5, arr(other(a))), pick(1, 0, arr(other(a)))])(arr()))
define("round", np.round, lambda: [arr(kind=pick("normal", "integers", "special")), pick(0, 1, 2, -1)])
define("eye", np.eye, lambda: [pick(0, 1, 3, -1), pick(2, 3, 0), pick(0, 1, -2, 5)])
define("diag", np.diag, lambda: [arr(shape(0, 3)), pick(0, 0, 1, -1, 3)])
steps = lambda: pick(0, 1, 2.5, -1, 3, 0.1, -0.75, "nan", "inf")
define("arange", lambda a, b, s: np.arange(float(a), float(b), float(s)), lambda: [steps(), steps(), steps()])
define("linspace", lambda a, b, n, e: np.linspace(a, b, n, e), lambda: [pick(0, 1, -2.5), pick(0, 3, 7.25), pick(0, 1, 2, 5, 50, -1, 1.5), chance(0.7)])
define("logspace", lambda a, b, n, e: np.logspace(a, b, n, e), lambda: [pick(0, 1, -2), pick(0, 3, 1), pick(0, 1, 2, 5, -1), chance(0.7)])
define("percentile", lambda a, q, d: np.percentile(a, q, d), lambda: (lambda a: [a, pick(0, 50, 12.5, 100, 101, [25, 75]), axis(a)])(arr(shape(1, 4), pick("normal", "integers"))))
define("average", lambda a, d, w: np.average(a, d, w), lambda: (lambda a: (lambda d: [a, d, Array(random.randint(1, 5, a.value.shape))])(axis(a)))(arr(shape(1, 4), pick("normal", "integers"))))
define("bincount", lambda a: np.bincount(a if isinstance(a, list) else a.astype(int)) , lambda: [Array(random.randint(-1 if chance(0.1) else 0, 5, random.randint(0, 8)))])
define("histogram", lambda a, n: list(np.histogram(a, n)), lambda: [arr(kind=pick("normal", "integers")), pick(1, 3, 10, 0, [0, 1, 2], [1, 0])])
define("searchsorted", lambda a, v, s: np.searchsorted(np.sort(a), v, s), lambda: (lambda a: [Array(np.sort(a)), arr(shape(0, 2), "normal"), pick("left", "right")])(values((random.randint(0, 6),), "normal")))
define("unravelIndex", lambda i, s: list(np.unravel_index(i, s)), lambda: [pick(0, 3, 5, [1, 2], 7), pick([2, 3], [6], [1, 2, 2])])
define("cov", np.cov, lambda: [arr(shape(1, 2), pick("normal", "integers"))])
define("corrcoef", np.corrcoef, lambda: [arr(shape(1, 2), "normal")])
define("copy", np.copy, lambda: [arr()])
define("around", np.around, lambda: [arr(kind=pick("normal", "integers", "special")), pick(0, 1, 2, -1)])
define("c_", lambda *a: np.c_[a], lambda: joined())
define("r_", lambda *a: np.r_[a], lambda: joined())


def summed():
    kind = pick("normal", "integers")
    if chance(0.5):
        return [pick("ij,jk", "ij,jk->ik", "ij,jk->", "ij,jk->ki"), arr((2, 3), kind), arr((pick(3, 3, 2, 1), 2), kind)]
    if chance(0.2):  # where one of the two axes is empty, NumPy takes any other, and returns what memory happens to hold
        return [pick("...ii->...i", "...ii"), filled(0, 4)]
    if chance(0.3):
        return [pick("...", "...->...", "...i->...", "i...->...i", "i...", "...ij->...ji", "...i->i"), arr(shape(0, 4), kind)]
    a, b = shape(0, 2), shape(0, 2)
    b = pick(a, a[1:], tuple(1 for _ in a), b)
    return [pick("...ij,...jk->...ik", "...ij,...jk", "...ij,...jk->ik...", "ij...,jk...->...ik", "...ij,jk->...ik"), arr((*a, 2, 3), kind), arr((*b, 3, 2), kind)]


define("einsum", np.einsum, summed)


def square(several=True):
    n = pick(0, 1, 2, 3, 4)
    batch = shape(0, 2) if several and chance(0.4) else ()
    return arr((*batch, n, n) if chance(0.9) else (*batch, n, n + 1), "normal")


def system():
    a = square()
    n = a.value.shape[-1]
    batch = a.value.shape[:-2]
    size = pick((n,), (n, 2), (*batch, n, 2), (*batch[1:], n, 1), (n + 1, 2))
    return [a, arr(size, "normal")]


define("linalg.inv", np.linalg.inv, lambda: [square()])
define("linalg.det", np.linalg.det, lambda: [square(several=False)])
define("linalg.solve", np.linalg.solve, system)
define("slice", lambda a, *i: a[tuple(map(index, i))], lambda: (lambda a: [a, *[pick(0, -1, ":", "::-1", "1:", ":-1", "::2", "5:1:-1", 2, None) for _ in range(random.randint(0, a.value.ndim + 1))]])(arr()))
define("toString", str, lambda: [arr(kind=pick("normal", "integers", "special", "small"))])
calls["toString"] = (str, lambda: [arr(shape(1, 3))])


def value(f, args):
    given = [float(x) if x in ("inf", "-inf", "nan") else x for x in map(plain, args)] if all(not isinstance(x, (list, Array)) for x in args) else [plain(x) for x in args]
    given = [float(x) if isinstance(x, str) and x in ("inf", "-inf") else x for x in given]
    try:
        result = f(*given)
        return encode(result)
    except Exception:
        return {"error": True}


names = sorted(calls)
for i in range(count):
    name = names[i % len(names)]
    f, arguments = calls[name]
    args = arguments()
    print(json.dumps({"f": name, "args": encode(args), "expect": value(f, args)}, separators=(",", ":")))
