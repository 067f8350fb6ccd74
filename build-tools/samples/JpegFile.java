import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// JPEG output that stays inside the download budget: quality steps down until the file fits.
final class JpegFile {
  private static final long LIMIT = 450_000;

  private JpegFile() {}

  static void write(BufferedImage image, Path file, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    float q = quality;
    do {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(q);
      Files.deleteIfExists(file);
      try (var stream = ImageIO.createImageOutputStream(file.toFile())) {
        writer.setOutput(stream);
        writer.write(null, new IIOImage(image, null, null), param);
      }
      q -= 0.02f;
    } while (Files.size(file) > LIMIT);
    writer.dispose();
  }
}
