package studio.pastiche.engine;

import studio.pastiche.engine.torch.Tensor;

/// Rows of a picture.
///
/// @param tensor 1×3×h×W
/// @param top where its first row is in the picture
record Band(Tensor tensor, int top) {
  int bottom() {
    return top + (int) tensor.shape()[2];
  }
}
