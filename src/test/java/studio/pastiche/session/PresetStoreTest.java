package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.Statistic;
import studio.pastiche.file.FileException;

class PresetStoreTest {
  private static final Look LOOK =
      new Look(
          0.5,
          20,
          1.25,
          0.01,
          2,
          new Layers(
              Layers.weights("relu2_1=0,relu3_1=2"),
              Layers.weights("relu4_2"),
              Statistic.GRAM,
              Pooling.AVERAGE),
          Init.Kind.MIX,
          0.3);

  @TempDir private Path folder = Path.of("");

  @Test
  void whatIsSavedIsThereNextTime() throws FileException {
    store().save("Öl auf Leinwand", LOOK);
    store().save("second", Look.defaults());
    assertEquals(
        List.of(
            new Preset("Öl auf Leinwand", false, LOOK),
            new Preset("second", false, Look.defaults())),
        store().all());
  }

  @Test
  void theSameNameIsReplacedInItsPlace() throws FileException {
    store().save("one", Look.defaults());
    store().save("two", Look.defaults());
    store().save(" one ", LOOK);
    assertEquals(List.of("one", "two"), names());
    assertEquals(LOOK, store().all().getFirst().look());
  }

  @Test
  void aPresetIsRenamedAndDeleted() throws FileException {
    Preset one = store().save("one", LOOK);
    store().save("two", Look.defaults());
    Preset first = store().rename(one, "first");
    assertEquals(List.of("first", "two"), names());
    assertThrows(IllegalArgumentException.class, () -> store().rename(first, "two"));
    store().delete(first);
    assertEquals(List.of("two"), names());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "a name that is much longer than any that one would want to read in a menu"
      })
  void aNameThatIsNoneIsRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> store().save(name, LOOK));
  }

  @Test
  void noFileIsNoPresets() throws FileException {
    assertEquals(List.of(), store().all());
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "[]", "{\"application\":\"Pastiche\",\"format\":1}"})
  void aDamagedFileIsNamedAndNeverWrittenOver(String damaged) throws IOException {
    Path file = write(damaged);
    FileException e = assertThrows(FileException.class, () -> store().all());
    assertTrue(String.valueOf(e.getMessage()).startsWith("presets.json: "), e.getMessage());
    assertEquals(1, String.valueOf(e.getMessage()).lines().count());
    store().save("new", LOOK);
    assertEquals(List.of("new"), names());
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      Path aside = files.filter(f -> !f.equals(file)).findAny().orElseThrow();
      assertEquals(damaged, Files.readString(aside));
    }
  }

  @Test
  void aFileOfANewerVersionIsLeftAlone() throws IOException {
    String newer = "{\"application\":\"Pastiche\",\"format\":2,\"presets\":[]}";
    Path file = write(newer);
    FileException e = assertThrows(FileException.class, () -> store().save("one", LOOK));
    assertTrue(String.valueOf(e.getMessage()).contains("newer version"), e.getMessage());
    assertEquals(newer, Files.readString(file));
  }

  private PresetStore store() {
    return new PresetStore(folder.resolve("data"));
  }

  private Path write(String text) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    return Files.writeString(data.resolve("presets.json"), text);
  }

  private List<String> names() throws FileException {
    return store().all().stream().map(Preset::name).toList();
  }
}
