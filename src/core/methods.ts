// Methods that chain np's functions, `z.negative().exp().add(1)`. Each module adds its own to the array.
import "./methods/conversion";
import "./methods/elementwise";
import "./methods/products";
import "./methods/reductions";
import "./methods/refusals";
import "./methods/selection";
import "./methods/shapes";
