package studio.pastiche.ui.canvas;

import java.nio.IntBuffer;
import java.util.BitSet;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Size;

/// An image whose pixels are written over as long as the size stays. New pixels are copied block by
/// block when they come into view: a frame of 4096 × 4096 at full zoom costs what the screen shows
/// of it.
final class PixelSurface {
  private static final int BLOCK = 256;

  private final Size size;
  private final int columns;
  private final int rows;
  private final PixelBuffer<IntBuffer> buffer;
  private final Image image;
  private final BitSet stale = new BitSet();
  private int[] argb;

  PixelSurface(Level level) {
    size = level.size();
    argb = level.argb();
    columns = (size.width() + BLOCK - 1) / BLOCK;
    rows = (size.height() + BLOCK - 1) / BLOCK;
    buffer =
        new PixelBuffer<>(
            size.width(),
            size.height(),
            IntBuffer.allocate(size.width() * size.height()),
            PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
    stale.set(0, columns * rows);
  }

  Size size() {
    return size;
  }

  Image image() {
    return image;
  }

  /// Takes other pixels of the same size; none are copied yet.
  void replace(Level level) {
    if (level.argb() != argb) {
      argb = level.argb();
      stale.set(0, columns * rows);
    }
  }

  /// Brings the pixels of a part up to date.
  void bringUp(PixelPart part) {
    int firstColumn = part.x() / BLOCK;
    int lastColumn = (part.x() + part.width() - 1) / BLOCK;
    int firstRow = part.y() / BLOCK;
    int lastRow = (part.y() + part.height() - 1) / BLOCK;
    PixelPart changed = null;
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        if (stale.get(row * columns + column)) {
          changed = block(column, row).with(changed);
        }
      }
    }
    if (changed != null) {
      write(firstColumn, lastColumn, firstRow, lastRow, changed);
    }
  }

  private void write(int firstColumn, int lastColumn, int firstRow, int lastRow, PixelPart all) {
    buffer.updateBuffer(
        writing -> {
          for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
              if (stale.get(row * columns + column)) {
                copy(block(column, row), writing.getBuffer());
                stale.clear(row * columns + column);
              }
            }
          }
          return new Rectangle2D(all.x(), all.y(), all.width(), all.height());
        });
  }

  private PixelPart block(int column, int row) {
    int x = column * BLOCK;
    int y = row * BLOCK;
    return new PixelPart(
        x, y, Math.min(BLOCK, size.width() - x), Math.min(BLOCK, size.height() - y));
  }

  private void copy(PixelPart block, IntBuffer into) {
    for (int y = block.y(); y < block.y() + block.height(); y++) {
      int at = y * size.width() + block.x();
      into.put(at, argb, at, block.width());
    }
  }

  /// A rectangle of whole pixels.
  record PixelPart(int x, int y, int width, int height) {
    /// The smallest that holds this and another.
    PixelPart with(@Nullable PixelPart other) {
      if (other == null) {
        return this;
      }
      int left = Math.min(x, other.x);
      int top = Math.min(y, other.y);
      return new PixelPart(
          left,
          top,
          Math.max(x + width, other.x + other.width) - left,
          Math.max(y + height, other.y + other.height) - top);
    }
  }
}
