/// The only package that talks to DJL and PyTorch: devices, tensors and the TorchScript program.
@NullMarked
package studio.pastiche.engine.torch;

import org.jspecify.annotations.NullMarked;
