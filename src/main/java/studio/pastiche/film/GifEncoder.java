package studio.pastiche.film;

import com.twelvemonkeys.image.ImageUtil;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import studio.pastiche.picture.Picture;

/// Writes a GIF that repeats for ever, with Java's own writer; the colours are dithered by error
/// diffusion.
final class GifEncoder implements FilmEncoder {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  /// Players take a shorter delay for "as slow as ever".
  private static final int SHORTEST = 2;

  private final double rate;
  private final IndexColorModel palette;
  private final FileImageOutputStream stream;
  private final ImageWriter writer;
  private long beats;
  private long centiseconds;

  GifEncoder(Path file, double rate, IndexColorModel palette) throws IOException {
    this.rate = rate;
    this.palette = palette;
    stream = new FileImageOutputStream(file.toFile());
    writer = ImageIO.getImageWritersByFormatName("gif").next();
    writer.setOutput(stream);
    writer.prepareWriteSequence(null);
  }

  @Override
  public void add(Picture picture, int howLong) throws IOException {
    BufferedImage full =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    full.setRGB(0, 0, picture.width(), picture.height(), picture.toArgb(), 0, picture.width());
    BufferedImage dithered =
        ImageUtil.createIndexed(full, palette, Color.WHITE, ImageUtil.DITHER_DIFFUSION_ALTSCANS);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(dithered), null);
    describe(metadata, delay(howLong), beats == howLong);
    writer.writeToSequence(new IIOImage(dithered, null, metadata), null);
  }

  /// In hundredths of a second; what rounding takes from one picture the next one gets.
  private int delay(int howLong) {
    beats += howLong;
    long end = Math.round(beats * 100 / rate);
    int delay = (int) Math.clamp(end - centiseconds, SHORTEST, 65535);
    centiseconds = end;
    return delay;
  }

  private static void describe(IIOMetadata metadata, int delay, boolean first) throws IOException {
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(delay));
    if (first) {
      IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      loop.setUserObject(new byte[] {1, 0, 0});
      child(root, "ApplicationExtensions").appendChild(loop);
    }
    metadata.setFromTree(FORMAT, root);
  }

  private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
    IIOMetadataNode there = (IIOMetadataNode) parent.getElementsByTagName(name).item(0);
    if (there != null) {
      return there;
    }
    IIOMetadataNode made = new IIOMetadataNode(name);
    parent.appendChild(made);
    return made;
  }

  @Override
  public void finish() throws IOException {
    writer.endWriteSequence();
    stream.flush();
  }

  @Override
  public void close() throws IOException {
    writer.dispose();
    stream.close();
  }
}
