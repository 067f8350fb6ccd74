import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Draws every sample picture and the application icon from nothing but arithmetic, into
/// `OUTDIR/assets`: `java -Djava.awt.headless=true build-tools/samples/DrawSamples.java OUTDIR`.
///
/// The product may only ship pictures it owns outright, so none of them is a photograph or a scan:
/// the "photo" is a small ray-traced lake, the "paintings" are simulated oil, woodblock and glass.
/// All randomness is seeded, so a rebuild gives the same pictures, byte for byte.
///
/// A picture starts in the class that [#main] calls, and the classes it alone uses begin with the
/// same word. Shared by several:
/// - [Noise], [Rgb] and [Vec]: texture, colour and vector arithmetic
/// - [Impasto]: oil paint, for the swirls and the icon
/// - [Rows]: a picture's rows on every core
/// - [JpegFile]: writing
///
/// The lake's ray tracer is [Ray], [BoxTree], [Mesh], and [Crowd] with [Placed].
final class DrawSamples {
  private DrawSamples() {}

  /// Takes the output folder, and optionally which pictures to draw (for quick trials).
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path out = Path.of(args.length > 0 ? args[0] : ".");
    String only = args.length > 1 ? args[1] : "lake,swirls,woodblock,mosaic,icon";
    Path samples = Files.createDirectories(out.resolve("assets/samples"));
    if (only.contains("lake")) {
      JpegFile.write(new LakePhoto().render(1024, 768), samples.resolve("photo-lake.jpg"), 0.92f);
    }
    if (only.contains("swirls")) {
      JpegFile.write(new SwirlsPainting().paint(), samples.resolve("painting-swirls.jpg"), 0.90f);
    }
    if (only.contains("woodblock")) {
      JpegFile.write(
          new WoodblockPrint().print(), samples.resolve("painting-woodblock.jpg"), 0.90f);
    }
    if (only.contains("mosaic")) {
      JpegFile.write(
          new MosaicPainting().assemble(), samples.resolve("painting-mosaic.jpg"), 0.90f);
    }
    if (only.contains("icon")) {
      Path icons = Files.createDirectories(out.resolve("assets/icon"));
      for (int size : new int[] {16, 32, 64, 128, 256, 512}) {
        Path file = icons.resolve("pastiche-" + size + ".png");
        ImageIO.write(new Icon(size).draw(), "png", file.toFile());
      }
    }
  }
}
