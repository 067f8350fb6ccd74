package studio.pastiche.engine;

import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// Where a run keeps its planes: on the device, but in files for stages too large for that.
final class Storage implements AutoCloseable {
  private final Program program;
  private final Scope scope;
  private final Scratch scratch;
  private final long held;

  /// @param scope that planes on the device live in
  /// @param held the pixels that a picture on the device may have
  Storage(Program program, Scope scope, Scratch scratch, long held) {
    this.program = program;
    this.scope = scope;
    this.scratch = scratch;
    this.held = held;
  }

  Program program() {
    return program;
  }

  boolean inFiles(int width, int height) {
    return (long) width * height > held;
  }

  ScratchFile file() {
    return scratch.file();
  }

  /// Planes that live until they are closed, all zero.
  Planes planes(int width, int height) {
    return inFiles(width, height)
        ? new FilePlanes(scratch, width, height)
        : new DevicePlanes(scope, width, height);
  }

  /// Planes of a stage's size, all zero.
  Planes planes(Stage stage) {
    return planes(stage.width(), stage.height());
  }

  /// Planes of a stage's size with a copy of these numbers, 3×H×W.
  Planes planes(Stage stage, float[] numbers) {
    Planes planes = planes(stage);
    int width = stage.width();
    planes.fill(
        scope,
        (passing, span) -> {
          int rows = span.bottom() - span.top();
          if (rows == stage.height()) {
            return passing.tensor(numbers, 1, 3, rows, width);
          }
          float[] some = new float[3 * rows * width];
          for (int plane = 0; plane < 3; plane++) {
            System.arraycopy(
                numbers,
                (plane * stage.height() + span.top()) * width,
                some,
                plane * rows * width,
                rows * width);
          }
          return passing.tensor(some, 1, 3, rows, width);
        });
    return planes;
  }

  /// What a rule for resizing makes of a picture's planes.
  enum Kind {
    /// Bicubic, within 0..1.
    IMAGE,
    /// Bicubic.
    FIRST_MOMENT,
    /// Bilinear, not below 0.
    SECOND_MOMENT
  }

  /// Planes of a stage's size with what `from` shows.
  Planes resized(Rows from, Kind kind, Stage to) {
    Planes planes = planes(to);
    if (!planes.inFile()) {
      long[] size = {to.height(), to.width()};
      try (Scope passing = scope.inner()) {
        Tensor source = from.rows(passing, 0, from.height()).tensor();
        planes.put(
            new Band(
                program.callForOne(passing, "resized", size, (long) kind.ordinal(), source), 0));
      }
      return planes;
    }
    double scale = (double) from.height() / to.height();
    planes.fill(
        scope,
        (passing, span) -> {
          // the cubic takes one row above and two below the one that a row falls on
          int first = (int) Math.floor((span.top() + 0.5) * scale - 0.5) - 1;
          int last = (int) Math.floor((span.bottom() - 0.5) * scale - 0.5) + 2;
          Band source = from.rows(passing, Math.max(0, first), Math.min(from.height(), last + 1));
          long[] sizes = {from.height(), from.width(), to.height(), to.width()};
          long[] rows = {source.top(), span.top(), span.bottom()};
          return program.callForOne(
              passing, "resized_rows", sizes, rows, (long) kind.ordinal(), source.tensor());
        });
    return planes;
  }

  /// Lets the files go; what is on the device goes with the scope.
  @Override
  public void close() {
    scratch.close();
  }
}
