package studio.pastiche.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.ui.TestProcess;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class SingleInstanceTest {
  @TempDir Path folder;
  private final List<List<Path>> called = new ArrayList<>();

  @Start
  void open(Stage stage) {}

  @Test
  void aSecondStartHandsItsFilesOver() throws IOException {
    try (SingleInstance _ = SingleInstance.claim(folder, called::add).orElseThrow()) {
      Path file = folder.resolve("Bäume 树.pastiche");
      assertTrue(SingleInstance.handOver(folder, List.of(file)));
      assertTrue(SingleInstance.handOver(folder, List.of()));
      WaitForAsyncUtils.waitForFxEvents();
      assertEquals(List.of(List.of(file.toAbsolutePath()), List.of()), called);
    }
  }

  @Test
  void ofSeveralStartsAtOnceOneBecomesTheStudioAndGetsTheOthersFiles() throws Exception {
    List<Process> starts = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        starts.add(
            new ProcessBuilder(
                    TestProcess.command(
                        StartingProcess.class,
                        folder.toString(),
                        folder.resolve(i + ".pastiche").toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
      }
      for (Process each : starts) {
        assertEquals("ready", each.inputReader().readLine());
      }
      for (Process each : starts) {
        each.outputWriter().write("now\n");
        each.outputWriter().flush();
      }
      Set<String> expected = new HashSet<>(Set.of("first"));
      Set<String> said = new HashSet<>();
      Process first = null;
      for (int i = 0; i < starts.size(); i++) {
        String line = starts.get(i).inputReader().readLine();
        if (line.equals("handed over")) {
          expected.add("got " + folder.resolve(i + ".pastiche"));
        } else {
          assertNull(first, "two became it");
          first = starts.get(i);
          said.add(line);
        }
      }
      // it may get files before it knows that it is the first
      while (said.size() < starts.size()) {
        said.add(first.inputReader().readLine());
      }
      assertEquals(expected, said);
    } finally {
      starts.forEach(Process::destroyForcibly);
    }
  }

  @Test
  void whoDoesNotKnowTheSecretIsNotListenedTo() throws IOException {
    try (SingleInstance _ = SingleInstance.claim(folder, called::add).orElseThrow()) {
      int port = Integer.parseInt(Files.readString(folder.resolve("instance")).split(" ")[0]);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeUTF("open sesame");
        out.writeInt(0);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertThrows(EOFException.class, in::readBoolean);
      }
      assertTrue(SingleInstance.handOver(folder, List.of()), "it still listens");
      WaitForAsyncUtils.waitForFxEvents();
      assertEquals(List.of(List.of()), called);
    }
  }

  @Test
  void onlyTheUserCanReadTheSecret() throws IOException {
    try (SingleInstance _ = SingleInstance.claim(folder, called::add).orElseThrow()) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("instance"))));
    }
  }

  @Test
  void withoutAnotherStudioNobodyTakesFiles() throws IOException {
    assertFalse(SingleInstance.handOver(folder, List.of()));
    SingleInstance.claim(folder, called::add).orElseThrow().close();
    assertFalse(SingleInstance.handOver(folder, List.of()));
    Files.writeString(folder.resolve("instance"), "1 of a studio that was killed");
    assertFalse(SingleInstance.handOver(folder, List.of()));
    SingleInstance.claim(folder, called::add).orElseThrow().close();
  }
}
