package studio.pastiche.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Encodes JPEG: Java's encoder for the pixels, and our own segments for profile and text.
final class JpegEncoder {
  private static final String METADATA = "javax_imageio_jpeg_image_1.0";
  private static final int PROFILE_PART = 65_000;

  private JpegEncoder() {}

  static byte[] encoded(Picture picture, SaveOptions.Jpeg options, @Nullable String text)
      throws IOException {
    byte[] plain = plain(Images.overWhite(picture), options.quality());
    // Our segments come after the start marker and the JFIF segment, which has to be the first.
    int jfifEnd = 4 + new Bytes(plain).u16(4);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream(plain.length + (1 << 14));
    jpeg.write(plain, 0, jfifEnd);
    if (text != null) {
      Xmp.segments(text).forEach(segment -> write(jpeg, 0xe1, segment));
    }
    writeProfile(jpeg, Images.srgbProfile());
    jpeg.write(plain, jfifEnd, plain.length - jfifEnd);
    return jpeg.toByteArray();
  }

  private static byte[] plain(BufferedImage image, int quality) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = Codecs.writer("jpeg");
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality / 100f);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
      keepFullColour(metadata);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, metadata), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Gives luma the sampling of chroma (4:4:4); the encoder's default halves the chroma's both
  /// sides, which smears a painting's small strokes.
  private static void keepFullColour(IIOMetadata metadata) throws IOException {
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
    Element luma = (Element) root.getElementsByTagName("componentSpec").item(0);
    luma.setAttribute("HsamplingFactor", "1");
    luma.setAttribute("VsamplingFactor", "1");
    metadata.setFromTree(METADATA, root);
  }

  private static void writeProfile(ByteArrayOutputStream jpeg, byte[] profile) {
    int parts = Math.ceilDiv(profile.length, PROFILE_PART);
    for (int part = 0; part < parts; part++) {
      ByteArrayOutputStream payload = new ByteArrayOutputStream();
      payload.writeBytes("ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1));
      payload.write(part + 1);
      payload.write(parts);
      int from = part * PROFILE_PART;
      payload.write(profile, from, Math.min(PROFILE_PART, profile.length - from));
      write(jpeg, 0xe2, payload.toByteArray());
    }
  }

  private static void write(ByteArrayOutputStream jpeg, int marker, byte[] payload) {
    int length = payload.length + 2;
    jpeg.write(0xff);
    jpeg.write(marker);
    jpeg.write(length >> 8);
    jpeg.write(length);
    jpeg.writeBytes(payload);
  }
}
