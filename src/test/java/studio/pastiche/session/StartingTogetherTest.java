package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.ui.TestProcess;

/// Two studios that start at once, in two processes.
@Timeout(120)
class StartingTogetherTest {
  @TempDir Path parent;

  @Test
  void aSessionThatIsJustMadeIsNotTakenForOneThatWasLeft() throws Exception {
    Process other =
        new ProcessBuilder(TestProcess.command(ClearingProcess.class, parent.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (Writer start = other.outputWriter();
        BufferedReader said = other.inputReader()) {
      for (int i = 0; i < 500; i++) {
        assertEquals("ready", said.readLine());
        start.append('\n').flush();
        SessionFolder made = SessionFolder.create(parent);
        assertTrue(Files.isDirectory(made.inputs()), made.path()::toString);
        made.discard();
        assertTrue(Files.notExists(made.path()), made.path()::toString);
      }
    } finally {
      other.destroyForcibly().waitFor();
    }
  }
}
