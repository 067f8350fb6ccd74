package studio.pastiche.ui.canvas;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Size;

/// An image whose pixels are written over as long as the size stays: a new frame costs one copy.
final class PixelSurface {
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private @Nullable Image image;

  /// The image with these pixels; the same object as before where the size is.
  Image show(Size size, int[] argb) {
    PixelBuffer<IntBuffer> writing = buffer;
    Image now = image;
    if (writing == null
        || now == null
        || writing.getWidth() != size.width()
        || writing.getHeight() != size.height()) {
      writing =
          new PixelBuffer<>(
              size.width(),
              size.height(),
              IntBuffer.allocate(size.width() * size.height()),
              PixelFormat.getIntArgbPreInstance());
      now = new WritableImage(writing);
      buffer = writing;
      image = now;
    }
    writing.updateBuffer(
        into -> {
          into.getBuffer().put(0, argb);
          return null;
        });
    return now;
  }
}
