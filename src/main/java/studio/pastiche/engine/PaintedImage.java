package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;

/// The image being painted and the one before it, to go back to.
final class PaintedImage {
  private Planes now;
  private @Nullable Planes before;
  private @Nullable Planes spare;

  PaintedImage(Planes start) {
    this.now = start;
  }

  Planes now() {
    return now;
  }

  /// What the next image may be put into, before it is moved on to. In a file that is the place of
  /// the image before, to which there is no way back then.
  Planes next() {
    Planes next = spare;
    if (next == null) {
      boolean reused = before != null && before.inFile();
      next = reused && before != null ? before : now.another();
      before = reused ? null : before;
      spare = next;
    }
    return next;
  }

  /// Takes the next image; the present one can be gone back to.
  void moveOn(Planes next) {
    if (before != null) {
      before.close();
    }
    before = now;
    now = next;
    spare = null;
  }

  /// Takes an image of another stage; there is no way back.
  void startAgain(Planes start) {
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
