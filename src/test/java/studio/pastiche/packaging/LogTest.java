package studio.pastiche.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The application's own `logback.xml`, in a logger context beside the tests' one.
class LogTest {
  @TempDir Path temp = Path.of("");

  @Test
  void theLogGoesIntoTheFolderAndNotOnTheConsole() throws Exception {
    Path folder = temp.resolve("logs");
    String console = consoleWhileLoggingTo(folder);
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.toList();
    }
    assertEquals(1, files.size(), files::toString);
    String log = Files.readString(files.getFirst());
    assertTrue(log.contains("INFO  [main] studio.pastiche.engine: painted Größe"), log);
    assertTrue(log.contains("WARN  [main] ai.djl: slow"), log);
    assertFalse(log.contains("chatter"), log);
    assertEquals("", console);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoTrouble() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "in the way");
    assertEquals("", consoleWhileLoggingTo(file.resolve("logs")));
  }

  private static String consoleWhileLoggingTo(Path folder) throws JoranException, IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var console = new ByteArrayOutputStream();
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try (var printed = new PrintStream(console, true, StandardCharsets.UTF_8)) {
      System.setOut(printed);
      System.setErr(printed);
      context.putProperty("pastiche.logs", folder.toString());
      var configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(Path.of("src/main/resources/logback.xml").toUri().toURL());
      context.getLogger("studio.pastiche.engine").info("painted Größe");
      context.getLogger("studio.pastiche.engine").debug("chatter");
      context.getLogger("ai.djl").warn("slow");
      context.getLogger("ai.djl").info("chatter");
    } finally {
      context.stop();
      System.setOut(out);
      System.setErr(err);
    }
    return console.toString(StandardCharsets.UTF_8);
  }
}
