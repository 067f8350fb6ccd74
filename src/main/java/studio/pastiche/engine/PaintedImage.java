package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// The image being painted, 1×3×H×W, and the one before it, to go back to.
final class PaintedImage {
  private final Scope scope;
  private Tensor now;
  private @Nullable Tensor before;

  /// @param scope that the images live in
  PaintedImage(Scope scope, Tensor start) {
    this.scope = scope;
    this.now = start.moveTo(scope);
  }

  Tensor now() {
    return now;
  }

  /// Takes the next image; the present one can be gone back to.
  void moveOn(Tensor next) {
    if (before != null) {
      before.close();
    }
    before = now;
    now = next.moveTo(scope);
  }

  /// Takes an image of another stage; there is no way back.
  void startAgain(Tensor start) {
    moveOn(start);
    if (before != null) {
      before.close();
      before = null;
    }
  }

  /// Goes back to the image before, where there is one.
  void goBack() {
    if (before != null) {
      now.close();
      now = before;
      before = null;
    }
  }
}
