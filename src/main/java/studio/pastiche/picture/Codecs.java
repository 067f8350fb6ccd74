package studio.pastiche.picture;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReader;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/// Finds decoders and encoders among all that are registered for a format.
final class Codecs {
  private Codecs() {}

  /// The decoder that comes with Java.
  static ImageReader reader(String format) {
    return first(ImageIO.getImageReadersByFormatName(format), Codecs::isJavas);
  }

  /// The encoder that comes with Java.
  static ImageWriter writer(String format) {
    return first(ImageIO.getImageWritersByFormatName(format), Codecs::isJavas);
  }

  /// The JPEG decoder of TwelveMonkeys, which wraps Java's and forgives what cameras get wrong.
  static ImageReader jpegReader() {
    return first(
        ImageIO.getImageReadersByFormatName("jpeg"), codec -> codec instanceof JPEGImageReader);
  }

  private static boolean isJavas(Object codec) {
    return codec.getClass().getModule().isNamed();
  }

  private static <T> T first(Iterator<T> codecs, Predicate<T> wanted) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(codecs, 0), false)
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("this installation lacks an image format"));
  }
}
