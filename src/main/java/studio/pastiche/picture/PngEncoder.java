package studio.pastiche.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// Encodes PNG: Java's encoder for the pixels, and our own chunks for profile and text.
final class PngEncoder {
  /// The name of the text chunk that holds the recipe.
  static final String KEYWORD = "pastiche:recipe";

  /// The signature and the header chunk, after which the other chunks may come.
  private static final int AFTER_HEADER = 8 + 12 + 13;

  private PngEncoder() {}

  static byte[] encoded(Picture picture, SaveOptions.Png options, @Nullable String text)
      throws IOException {
    byte[] plain = plain(picture, options.bits());
    ByteArrayOutputStream png = new ByteArrayOutputStream(plain.length + (1 << 14));
    png.write(plain, 0, AFTER_HEADER);
    png.writeBytes(PngFile.chunk("iCCP", named("sRGB", "\0", Images.srgbProfile())));
    if (text != null) {
      png.writeBytes(textChunk(text));
    }
    png.write(plain, AFTER_HEADER, plain.length - AFTER_HEADER);
    return png.toByteArray();
  }

  private static byte[] plain(Picture picture, int bits) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = Codecs.writer("png");
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(Images.of(picture, bits), null, null));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// iTXt: keyword, compressed, by zlib, no language, no translated keyword, the text in UTF-8.
  private static byte[] textChunk(String text) {
    return PngFile.chunk("iTXt", named(KEYWORD, "\1\0\0\0", text.getBytes(StandardCharsets.UTF_8)));
  }

  /// A name, a zero, some flags, and the content compressed.
  private static byte[] named(String name, String flags, byte[] content) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes((name + "\0" + flags).getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
      deflater.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data.toByteArray();
  }
}
