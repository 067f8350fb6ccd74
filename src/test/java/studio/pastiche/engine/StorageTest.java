package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.TorchDevice;

/// Planes in files against planes on the device.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageTest {
  private static final Stage SMALL = new Stage(0, 143, 217, 1, 0);
  private static final Stage LARGE = new Stage(1, 202, 307, 1, 1);

  @TempDir private Path folder = Path.of("");
  private Program program;

  @BeforeAll
  void open() {
    program = Program.open(TorchDevice.CPU, 0);
  }

  @AfterAll
  void close() {
    program.close();
  }

  @Test
  void whatIsPutIsReadAgain() {
    try (Scope scope = program.newScope();
        Storage files = files(scope, 0)) {
      float[] numbers = numbers(SMALL, -1);
      Planes planes = files.planes(SMALL, numbers);
      assertTrue(planes.inFile());
      assertArrayEquals(numbers, all(scope, planes));
      float[] some = planes.rows(scope, 100, 103).tensor().toFloats();
      assertEquals(numbers[217 * 143 + 101 * 143 + 7], some[3 * 143 + 143 + 7]);
      planes.clear();
      assertArrayEquals(new float[numbers.length], all(scope, planes));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsResizedAsTheDeviceResizes(Storage.Kind kind) {
    try (Scope scope = program.newScope();
        Storage held = files(scope, Long.MAX_VALUE);
        Storage files = files(scope, 0)) {
      float[] numbers = numbers(SMALL, -0.3);
      float[] expected = all(scope, held.resized(held.planes(SMALL, numbers), kind, LARGE));
      for (Storage from : new Storage[] {held, files}) {
        float[] found = all(scope, files.resized(from.planes(SMALL, numbers), kind, LARGE));
        assertArrayEquals(expected, found, 2e-5f);
      }
    }
  }

  @Test
  void theFilesGoWithTheRun() throws IOException {
    try (Scope scope = program.newScope()) {
      try (Storage files = files(scope, 0)) {
        files.planes(SMALL, numbers(SMALL, 0));
      }
      try (Stream<Path> left = Files.list(folder)) {
        assertEquals(0, left.count());
      }
    }
  }

  @Test
  void aFolderThatCantBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("in the way"));
    try (Scope scope = program.newScope();
        Storage files = new Storage(program, scope, new Scratch(file.resolve("below")), 0)) {
      ScratchException e = assertThrows(ScratchException.class, () -> files.planes(SMALL));
      assertTrue(String.valueOf(e.getMessage()).contains("in the way"), e::toString);
    }
    Files.delete(file);
  }

  @Test
  void noRoomIsToldWithWhatIsNeeded() {
    ScratchException e =
        assertThrows(ScratchException.class, () -> new Scratch(folder).requireRoom(Long.MAX_VALUE));
    assertTrue(String.valueOf(e.getMessage()).contains("make room"), e::toString);
  }

  private Storage files(Scope scope, long held) {
    return new Storage(program, scope, new Scratch(folder), held);
  }

  private static float[] all(Scope scope, Planes planes) {
    return planes.rows(scope, 0, planes.height()).tensor().toFloats();
  }

  private static float[] numbers(Stage stage, double least) {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    float[] numbers = new float[3 * stage.width() * stage.height()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextDouble(least, 1.2);
    }
    return numbers;
  }
}
