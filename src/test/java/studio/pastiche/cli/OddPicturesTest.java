package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureReader;

/// Every strange file that people have, as content and as style.
class OddPicturesTest {
  private static final Path ODD = Path.of("src/test/resources/pictures/odd");

  private final CommandLineRig rig = new CommandLineRig();
  @TempDir private Path folder;

  static List<String> usable() throws IOException {
    return names().filter(name -> !name.startsWith("bad-")).toList();
  }

  static List<String> bad() throws IOException {
    return names().filter(name -> name.startsWith("bad-")).toList();
  }

  private static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(ODD)) {
      return files
          .map(file -> Objects.requireNonNull(file.getFileName()).toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("usable")
  void aUsableOneIsPainted(String name) throws IOException {
    CommandLineRig.Ran ran = render(name, "64");
    assertEquals(0, ran.code(), ran.err());
    assertEquals(64, PictureReader.read(out()).longSide());
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aBadOneIsRefusedWithItsReason(String name) {
    CommandLineRig.Ran ran = render(name, "64");
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains(name), ran.err());
    assertTrue(Files.notExists(out()));
  }

  @Test
  void aTurnedOneComesOutUpright() throws IOException {
    for (String name : List.of("exif-orientation-6.jpg", "exif-orientation-8.jpg")) {
      assertEquals(0, render(name, "64").code());
      Picture painted = PictureReader.read(out());
      assertTrue(painted.width() > painted.height(), name);
    }
  }

  @Test
  void aTransparentOneKeepsItsAlpha() throws IOException {
    assertEquals(0, render("transparent.png", "64").code());
    assertNotNull(PictureReader.read(out()).alpha());
  }

  private CommandLineRig.Ran render(String name, String size) {
    String picture = ODD.resolve(name).toString();
    return rig.quickly(
        "render",
        "--content",
        picture,
        "--style",
        picture,
        "--out",
        out().toString(),
        "--size",
        size,
        "--iterations",
        "3");
  }

  private Path out() {
    return folder.resolve("out.png");
  }
}
