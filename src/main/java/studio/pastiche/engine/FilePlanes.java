package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.List;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// Planes in a file, for pictures that would not fit in memory so many times.
final class FilePlanes implements Planes {
  private static final int FLOAT = 4;

  /// The rows of a span: enough for the disk, and little beside a tile's features.
  private static final int SPAN = 64;

  private final Scratch scratch;
  private final ScratchFile file;
  private final int width;
  private final int height;

  /// The rows below have not been put since it was cleared: they are zero.
  private int filled;

  /// All zero.
  FilePlanes(Scratch scratch, int width, int height) {
    this.scratch = scratch;
    this.width = width;
    this.height = height;
    file = scratch.file();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public Band rows(Scope scope, int top, int bottom) {
    Tensor rows = scope.zeros(1, 3, bottom - top, width);
    int there = Math.min(bottom, filled) - top;
    if (there > 0) {
      long row = (long) FLOAT * width;
      for (int plane = 0; plane < 3; plane++) {
        int from = Math.toIntExact(plane * (bottom - top) * row);
        file.read(
            rows.memory().slice(from, Math.toIntExact(there * row)),
            ((long) plane * height + top) * row);
      }
    }
    return new Band(rows, top);
  }

  @Override
  public Tensor whole() {
    throw new IllegalStateException("the planes are in a file");
  }

  @Override
  public List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (int top = 0; top < height; top += SPAN) {
      spans.add(new Span(top, Math.min(height, top + SPAN)));
    }
    return spans;
  }

  @Override
  public void put(Band band) {
    long row = (long) FLOAT * width;
    int rows = band.bottom() - band.top();
    for (int plane = 0; plane < 3; plane++) {
      int from = Math.toIntExact(plane * rows * row);
      file.write(
          band.tensor().memory().slice(from, Math.toIntExact(rows * row)),
          ((long) plane * height + band.top()) * row);
    }
    filled = Math.max(filled, band.bottom());
  }

  @Override
  public void clear() {
    filled = 0;
  }

  @Override
  public Planes another() {
    return new FilePlanes(scratch, width, height);
  }

  @Override
  public boolean inFile() {
    return true;
  }

  @Override
  public void close() {
    file.close();
  }
}
