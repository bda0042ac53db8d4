import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { loadMnist } from "../../src/datasets/mnist";

// The network of cnn.ts in tfjs with its WebAssembly backend (32-bit floats); tfjs computes the gradients. Prints
// milliseconds.

/** tfjs-wasm has no kernel for the filter's gradient, which is itself a convolution of the images with the errors. */
const convolve = tf.customGrad((...inputs) => {
  const [x, W, save] = inputs as unknown as [tf.Tensor4D, tf.Tensor4D, tf.GradSaveFunc];
  save([x, W]);
  const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] => {
    const [images, filters] = saved as [tf.Tensor4D, tf.Tensor4D];
    const errors = dy as tf.Tensor4D;
    const dW = tf.conv2d(tf.transpose(images, [3, 1, 2, 0]), tf.transpose(errors, [1, 2, 0, 3]), 1, "valid");
    // The images themselves, which have one channel, need no gradient.
    const first = images.shape[3] === 1;
    const dx = first ? tf.zerosLike(images) : tf.conv2dTranspose(errors, filters, images.shape, 1, "valid");
    return [dx, tf.transpose(dW, [1, 2, 0, 3])];
  };
  return { value: tf.conv2d(x, W, 1, "valid"), gradFunc };
});

function layer(x: tf.Tensor, W: tf.Tensor, b: tf.Tensor): tf.Tensor4D {
  const Z = tf.add(convolve(x, W), b) as tf.Tensor4D;
  return tf.relu(tf.maxPool(Z, 2, 2, "valid"));
}

function weights(shape: number[], inputs: number): tf.Variable {
  return tf.variable(tf.randomNormal(shape, 0, Math.sqrt(2 / inputs), "float32", 1));
}

function train(images: tf.Tensor4D, labels: tf.Tensor2D): number {
  const [W1, b1] = [weights([5, 5, 1, 8], 25), tf.variable(tf.zeros([8]))];
  const [W2, b2] = [weights([5, 5, 8, 16], 200), tf.variable(tf.zeros([16]))];
  const [W3, b3] = [weights([256, 10], 256), tf.variable(tf.zeros([10]))];
  const parameters = [W1, b1, W2, b2, W3, b3];
  let cost = 0;
  for (let start = 0; start < images.shape[0]; start += 32) {
    const m = Math.min(32, images.shape[0] - start);
    tf.tidy(() => {
      const x = tf.slice(images, start, m);
      const y = tf.slice(labels, start, m);
      const { value, grads } = tf.variableGrads(() => {
        const flat = tf.reshape(layer(layer(x, W1, b1), W2, b2), [m, 256]);
        const Z = tf.add(tf.matMul(flat, W3 as tf.Tensor2D), b3);
        const logits = tf.sub(Z, tf.logSumExp(Z, 1, true));
        return tf.div(tf.sum(tf.mul(y, logits)), -m) as tf.Scalar;
      }, parameters);
      for (const parameter of parameters) parameter.assign(tf.sub(parameter, tf.mul(0.05, grads[parameter.name])));
      cost = value.dataSync()[0];
    });
  }
  return cost;
}

async function main(): Promise<void> {
  // The folder with the backend's binaries, which a bundle cannot find.
  setWasmPaths(process.argv[2]);
  await tf.setBackend("wasm");
  const { XTrain, YTrain } = loadMnist({ train: 7000, test: 0 });
  const images = tf.tensor4d(Float32Array.from(XTrain.T.toTypedArray()), [7000, 28, 28, 1]);
  const labels = tf.oneHot(tf.tensor1d(Array.from(YTrain.toTypedArray()), "int32"), 10) as tf.Tensor2D;
  const start = performance.now();
  const cost = train(images, labels);
  if (!(cost < 1)) throw new Error(`tfjs has not learned: its last cost is ${cost}`);
  console.log(performance.now() - start);
}

main();
