package studio.pastiche.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// Encodes TIFF with Java's encoder, deflated.
final class TiffEncoder {
  private TiffEncoder() {}

  static byte[] encoded(Picture picture, SaveOptions.Tiff options, @Nullable String text)
      throws IOException {
    BufferedImage image = Images.of(picture, options.bits());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = Codecs.writer("tiff");
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType("ZLib");
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, with(metadata, text)), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadata with(IIOMetadata metadata, @Nullable String text) throws IOException {
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
    byte[] profile = Images.srgbProfile();
    directory.addTIFFField(
        field("ICC Profile", TiffFile.ICC_PROFILE, TIFFTag.TIFF_UNDEFINED, profile));
    if (text != null) {
      directory.addTIFFField(field("XMP", TiffFile.XMP, TIFFTag.TIFF_BYTE, Xmp.packet(text)));
    }
    return directory.getAsMetadata();
  }

  private static TIFFField field(String name, int number, int type, byte[] data) {
    return new TIFFField(new TIFFTag(name, number, 1 << type), type, data.length, data);
  }
}
