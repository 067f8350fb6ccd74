package studio.pastiche.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.file.FolderUse;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.theme.Motion;
import studio.pastiche.ui.theme.Theme;
import studio.pastiche.ui.window.Placement;

class SettingsFileTest {
  @TempDir Path folder = Path.of("");

  @Test
  void whatWasChosenIsThereAtTheNextStart() {
    StudioSettings chosen = new StudioSettings(Locale.ENGLISH);
    SettingsFile file = new SettingsFile(folder.resolve("new"));
    try (Background background = new Background()) {
      file.follow(chosen, background);
      chosen.theme().set(Theme.DARK);
      chosen.language().set(Language.CHINESE);
      chosen.motion().set(Motion.REDUCED);
      chosen.fontPercent().set(150);
      chosen.size().set(768);
      chosen.askBeforeClosing().set(false);
      chosen.placement().set(new Placement(10, 20, 1100, 750, true));
      chosen.networkOffered().set(true);
      chosen.tookAction("action.fit");
      chosen.tookAction("action.paint");
    }
    file.finish();

    StudioSettings next = read(folder.resolve("new"));
    assertEquals(Theme.DARK, next.theme().get());
    assertEquals(Language.CHINESE, next.language().get());
    assertEquals(Motion.REDUCED, next.motion().get());
    assertEquals(150, next.fontPercent().get());
    assertEquals(768, next.size().get());
    assertFalse(next.askBeforeClosing().get());
    assertTrue(next.networkOffered().get());
    assertEquals(new Placement(10, 20, 1100, 750, true), next.placement().get());
    assertEquals(List.of("action.paint", "action.fit"), next.recentActions().get());
  }

  @Test
  void theFirstStartTakesTheSystemsLanguage() {
    assertEquals(Language.CHINESE, new StudioSettings(Locale.CHINA).language().get());
    assertEquals(Language.ENGLISH, new StudioSettings(Locale.GERMANY).language().get());
  }

  @Test
  void whatIsUnknownOrNotAllowedIsAsAtTheFirstStart() throws IOException {
    write(
        """
        {"theme": "PURPLE", "size": 3, "device": "abacus", "font_percent": "large",
         "from_a_newer_version": {}, "language": "CHINESE"}
        """);
    StudioSettings read = read(folder);
    assertEquals(Theme.SYSTEM, read.theme().get());
    assertEquals(512, read.size().get());
    assertEquals("auto", read.device().get());
    assertEquals(100, read.fontPercent().get());
    assertEquals(Language.CHINESE, read.language().get());
  }

  @Test
  void nothingInPlaceOfAValueIsAsAtTheFirstStart() throws IOException {
    write(
        """
        {"size": null, "font_percent": "", "theme": null, "window": null, "language": "CHINESE",
         "recent_actions": ["action.fit", null, 3]}
        """);
    StudioSettings read = read(folder);
    assertEquals(512, read.size().get());
    assertEquals(100, read.fontPercent().get());
    assertEquals(Theme.SYSTEM, read.theme().get());
    assertEquals(Language.CHINESE, read.language().get());
    assertEquals(List.of("action.fit"), read.recentActions().get());
    write("{\"recent_actions\": null}");
    assertEquals(List.of(), read(folder).recentActions().get());
  }

  @Test
  void aDamagedFileDoesNotKeepTheStudioFromOpening() throws IOException {
    write("{\"theme\": \"DARK\", ");
    assertEquals(Theme.SYSTEM, read(folder).theme().get());
  }

  @Test
  void resetBringsEveryDefaultBackButKeepsTheWindowsPlace() {
    StudioSettings settings = new StudioSettings(Locale.ENGLISH);
    settings.placement().set(new Placement(1, 2, 1000, 700, false));
    settings.theme().set(Theme.LIGHT);
    settings.snapshotsPerRun().set(5);
    settings.reset();
    assertEquals(Theme.SYSTEM, settings.theme().get());
    assertEquals(0, settings.snapshotsPerRun().get());
    assertEquals(new Placement(1, 2, 1000, 700, false), settings.placement().get());
  }

  @Test
  void emptyingAFolderFollowsNoLinkOutOfIt() throws IOException {
    Path outside = Files.writeString(folder.resolve("mine.txt"), "mine");
    Path cache = Files.createDirectories(folder.resolve("cache/deep"));
    Files.writeString(cache.resolve("a"), "12345");
    Files.createSymbolicLink(cache.resolve("link"), folder);
    long bytes = FolderUse.bytes(folder.resolve("cache"));
    assertTrue(bytes >= 5, "" + bytes);
    FolderUse.empty(folder.resolve("cache"));
    assertEquals(0, FolderUse.bytes(folder.resolve("cache")));
    assertTrue(Files.isDirectory(folder.resolve("cache")));
    assertEquals("mine", Files.readString(outside));
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("settings.json"), text);
  }

  private static StudioSettings read(Path folder) {
    StudioSettings settings = new StudioSettings(Locale.ENGLISH);
    new SettingsFile(folder).readInto(settings);
    return settings;
  }
}
