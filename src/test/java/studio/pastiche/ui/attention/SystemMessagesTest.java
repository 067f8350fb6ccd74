package studio.pastiche.ui.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class SystemMessagesTest {
  @TempDir Path folder = Path.of("");

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theDesktopsProgramGetsTitleAndDetailAsTheyAre() throws Exception {
    Path said = folder.resolve("said");
    program(
        "notify-send",
        "#!/bin/sh\nprintf '%s|' \"$@\" > " + said + ".part\nmv " + said + ".part " + said + "\n");
    List<String> command = SystemMessages.command("Linux", List.of(Path.of("/nowhere"), folder));
    new SystemMessages(command).show("-Done \"well\"", "$(rm); next");
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.exists(said));
    assertEquals("--app-name=Pastiche|--|-Done \"well\"|$(rm); next|", Files.readString(said));
  }

  @Test
  void aSystemWithoutSuchAProgramIsLeftAlone() {
    assertEquals(List.of(), SystemMessages.command("Linux", List.of(folder)));
    assertEquals(List.of(), SystemMessages.command("Windows 11", List.of(folder)));
    new SystemMessages(List.of()).show("nobody", "hears");
    new SystemMessages(List.of(folder.resolve("gone").toString())).show("nobody", "hears");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onMacosTheWordsAreArgumentsAndNoScript() throws IOException {
    program("osascript", "#!/bin/sh\n");
    List<String> command = SystemMessages.command("Mac OS X", List.of(folder));
    assertTrue(command.contains("on run argv"), command::toString);
    assertEquals("--", command.getLast());
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    assertTrue(file.toFile().setExecutable(true));
  }
}
