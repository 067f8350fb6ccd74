import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.pastiche.engine.Distances;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.Statistic;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureReader;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;

/// Paints every photo of a folder (`content-*`) with every painting (`style-*`) and lays the results out on a sheet, with
/// a table of their distances. The defaults are chosen from such sheets:
///
///     java -cp 'target/pastiche/lib/*' build-tools/ContactSheet.java FOLDER SIZE OUT
///                                                      [STYLE_WEIGHT TV_WEIGHT ITERATIONS]
///
/// OUT.jpg, OUT.md and the pictures under OUT/ are written.
final class ContactSheet {
  private static final int CELL = 320;
  private static final int GAP = 8;
  private static final int MARGIN = 96;
  private static final int TITLE = 32;

  private final Engine engine;
  private final FeatureNetwork network;
  private final int size;
  private final String[] settings;

  private ContactSheet(Engine engine, FeatureNetwork network, int size, String[] settings) {
    this.engine = engine;
    this.network = network;
    this.size = size;
    this.settings = settings;
  }

  public static void main(String[] args) throws Exception {
    List<Path> photos = files(Path.of(args[0]), "content-");
    List<Path> paintings = files(Path.of(args[0]), "style-");
    Path out = Path.of(args[2]);
    Files.createDirectories(out);
    int size = Integer.parseInt(args[1]);
    try (Engine engine = Engine.open("auto", 0)) {
      ContactSheet sheet = new ContactSheet(engine, CompactNetwork.load(null).network(), size, args);
      List<List<Picture>> rows = new ArrayList<>();
      StringBuilder table =
          new StringBuilder(
              "| photo | painting | style distance, of the photo's own | content relu4_2 |\n"
                  + "|---|---|---|---|\n");
      for (Path photo : photos) {
        rows.add(sheet.row(photo, paintings, out, table));
      }
      write(rows, photos, paintings, Path.of(out + ".jpg"));
      Files.writeString(Path.of(out + ".md"), table);
    }
    System.exit(0);
  }

  private List<Picture> row(Path photo, List<Path> paintings, Path out, StringBuilder table)
      throws IOException, InterruptedException {
    Picture content = PictureReader.read(photo);
    List<Picture> row = new ArrayList<>();
    for (Path painting : paintings) {
      Picture style = PictureReader.read(painting);
      Picture painted = paint(content, style);
      String line = line(name(photo), name(painting), content, style, painted);
      System.out.print(line);
      table.append(line);
      Path file = out.resolve(name(photo) + "-" + name(painting) + ".png");
      PictureWriter.write(file, painted, SaveOptions.forFile(file), null);
      row.add(painted);
    }
    return row;
  }

  private Picture paint(Picture content, Picture style) throws InterruptedException {
    PictureReference none = new PictureReference("", "");
    Recipe recipe =
        Recipe.defaults(new Inputs(none, List.of(none), null), NetworkReference.of(network));
    recipe = recipe.withSchedule(recipe.schedule().withSize(size));
    if (settings.length > 5) {
      Tuning tuning =
          recipe
              .tuning()
              .withStyleWeight(Double.parseDouble(settings[3]))
              .withTvWeight(Double.parseDouble(settings[4]));
      recipe =
          recipe
              .withTuning(tuning)
              .withSchedule(recipe.schedule().withIterations(Integer.parseInt(settings[5])));
    }
    try (Run run = engine.start(recipe, new Materials(content, List.of(style), null, network))) {
      return run.paint(painted -> {}).picture();
    }
  }

  private String line(
      String photo, String painting, Picture content, Picture style, Picture painted) {
    Picture resized = content.scaledToLongSide(size);
    Picture target = style.scaledToLongSide(Math.min(size, style.longSide()));
    Layers layers = Layers.defaults();
    Map<Statistic, Distances> before = engine.measure(resized, target, resized, network, layers);
    Map<Statistic, Distances> after = engine.measure(resized, target, painted, network, layers);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.3f | %.3f |%n",
        photo,
        painting,
        style(after) / style(before),
        after.get(Statistic.MOMENTS).content().values().iterator().next());
  }

  private static double style(Map<Statistic, Distances> distances) {
    return distances.get(Statistic.MOMENTS).style().values().stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /// The sheet shows what was painted, and only names what it was painted from.
  private static void write(
      List<List<Picture>> rows, List<Path> photos, List<Path> paintings, Path file)
      throws IOException {
    BufferedImage sheet =
        new BufferedImage(
            MARGIN + paintings.size() * (CELL + GAP),
            TITLE + photos.size() * (CELL * 3 / 4 + GAP),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
    for (int c = 0; c < paintings.size(); c++) {
      g.drawString(name(paintings.get(c)), MARGIN + c * (CELL + GAP), TITLE - 10);
    }
    for (int r = 0; r < photos.size(); r++) {
      int y = TITLE + r * (CELL * 3 / 4 + GAP);
      g.drawString(name(photos.get(r)), GAP, y + 16);
      for (int c = 0; c < paintings.size(); c++) {
        draw(sheet, rows.get(r).get(c), MARGIN + c * (CELL + GAP), y);
      }
    }
    g.dispose();
    int[] argb = sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
    PictureWriter.write(
        file,
        Picture.fromArgb(sheet.getWidth(), sheet.getHeight(), argb),
        SaveOptions.forFile(file).withQuality(85),
        null);
  }

  private static void draw(BufferedImage sheet, Picture picture, int x, int y) {
    Picture cell = picture.coveringCrop(CELL, CELL * 3 / 4);
    sheet.setRGB(x, y, cell.width(), cell.height(), cell.toArgb(), 0, cell.width());
  }

  private static List<Path> files(Path folder, String prefix) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(f -> f.getFileName().toString().startsWith(prefix)).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceAll("^(content|style)-|\\.\\w+$", "");
  }
}
