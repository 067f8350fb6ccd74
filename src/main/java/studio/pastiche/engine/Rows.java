package studio.pastiche.engine;

import studio.pastiche.engine.torch.Scope;

/// Three planes of float32 as large as a picture, 1×3×H×W, that can be read some rows at a time.
interface Rows {
  int width();

  int height();

  /// Rows from `top` to `bottom`, or more where they are at hand. Not to be written into; what is
  /// made for this belongs to `scope`.
  Band rows(Scope scope, int top, int bottom);
}
