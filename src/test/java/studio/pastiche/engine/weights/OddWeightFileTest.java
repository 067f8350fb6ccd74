package studio.pastiche.engine.weights;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddWeightFileTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [0,3,3,3]                            | 0,0                 | 0,0 | channel
          [1,0,3,3]                            | 0,0                 | 0,4 | channel
          [2147483647,2147483647,3,3]          | 0,4                 | 0,4 | more numbers
          [2147483647,2147483647,2147483647,3] | 0,4                 | 0,4 | more numbers
          [477218589,1,3,3]                    | 0,20                | 0,4 | more numbers
          [99999999999,3,3,3]                  | 0,4                 | 0,4 | 99999999999
          [-1,3,3,3]                           | 0,4                 | 0,4 | -1
          [1,1,5,5]                            | 4,104               | 0,4 | 5, 5
          [1,3,3,3]                            | 40,148              | 0,4 | cut short
          [1,3,3,3]                            | 9223372036854775800,-9223372036854775708 | 0,4 | can't be
          """)
  void aWeightThatCannotBeIsRefused(String shape, String at, String biasAt, String reason)
      throws IOException {
    int outputs = shape.startsWith("[0") ? 0 : 1;
    Path file =
        network(
            """
            {"features.0.weight": {"dtype": "F32", "shape": %s, "data_offsets": [%s]},
             "features.0.bias": {"dtype": "F32", "shape": [%d], "data_offsets": [%s]}}
            """
                .formatted(shape, at, outputs, biasAt));
    WeightsException e = assertThrows(WeightsException.class, () -> NetworkReader.read(file, null));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith("odd.safetensors: ") && message.contains(reason), message);
  }

  @Test
  void aFileThatMayNotBeReadIsSaidToBe() {
    // the system's answer made by hand: whoever is root may read everything
    WeightsException e =
        NetworkReader.explained(Path.of("vgg.safetensors"), new AccessDeniedException("vgg"));
    assertTrue(String.valueOf(e.getMessage()).contains("permission denied"), e::getMessage);
  }

  /// A safetensors file of this header and 120 bytes of numbers.
  private Path network(String header) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 120).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    return Files.write(folder.resolve("odd.safetensors"), bytes.array());
  }
}
