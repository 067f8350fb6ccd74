package studio.pastiche.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageInputStream;
import studio.pastiche.picture.Picture;

/// What a GIF holds, read with ImageIO.
///
/// @param delays in hundredths of a second
/// @param loops the repetitions its NETSCAPE extension asks for; 0 is for ever, -1 that there is no
///   such extension
record GifReader(List<Picture> frames, List<Integer> delays, int loops) {
  static GifReader read(Path file) throws IOException {
    List<Picture> frames = new ArrayList<>();
    List<Integer> delays = new ArrayList<>();
    int loops = -1;
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in);
      for (int i = 0; i < reader.getNumImages(true); i++) {
        BufferedImage image = reader.read(i);
        int width = image.getWidth();
        int height = image.getHeight();
        frames.add(
            Picture.fromArgb(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
        IIOMetadataNode root =
            (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode control =
            (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        delays.add(Integer.valueOf(control.getAttribute("delayTime")));
        loops = Math.max(loops, loops(root));
      }
    } finally {
      reader.dispose();
    }
    return new GifReader(frames, delays, loops);
  }

  private static int loops(IIOMetadataNode root) {
    IIOMetadataNode extension =
        (IIOMetadataNode) root.getElementsByTagName("ApplicationExtension").item(0);
    if (extension == null || !extension.getAttribute("applicationID").equals("NETSCAPE")) {
      return -1;
    }
    byte[] bytes = (byte[]) extension.getUserObject();
    return (bytes[1] & 0xff) + 256 * (bytes[2] & 0xff);
  }
}
