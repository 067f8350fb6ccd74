package studio.pastiche.engine.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsHeaderTest {
  private static final long DATA = 120;

  @Test
  void tensorsAndMetadataAreFound() throws WeightsException {
    SafetensorsHeader header =
        parse(
            """
            {"__metadata__": {"input": "bgr-caffe"},
             "b": {"dtype": "BF16", "shape": [2, 3], "data_offsets": [8, 20]},
             "a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
             "n": {"dtype": "I64", "shape": [], "data_offsets": [24, 32]},
             "odd": {"dtype": "F4", "shape": [3], "data_offsets": [20, 22]}}
            """);
    assertEquals(Map.of("input", "bgr-caffe"), header.metadata());
    assertEquals(List.of("b", "a", "n", "odd"), List.copyOf(header.entries().keySet()));
    assertEquals(
        new SafetensorsHeader.Entry("b", NumberKind.BF16, List.of(2, 3), 8, 20),
        header.entries().get("b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                      | 0,3       | should take 4 bytes, but has 3
          [1]                      | -4,0      | can't be
          [1]                      | 8,4       | can't be
          [1]                      | 4         | can't be
          [1]                      | 0,4,8     | can't be
          [-1]                     | 0,4       | -1
          [99999999999]            | 0,4       | 99999999999
          [1.5]                    | 0,4       | 1.5
          [2147483647,2147483647]  | 0,4       | more numbers
          [31]                     | 0,124     | cut short
          [1]                      | 9223372036854775800,-9223372036854775812 | can't be
          [1]                      | 98,102    | overlap
          """)
  void aTensorThatCannotBeIsRefused(String shape, String at, String reason) {
    WeightsException e =
        assertThrows(
            WeightsException.class,
            () ->
                parse(
                    """
                    {"a": {"dtype": "F32", "shape": [1], "data_offsets": [100, 104]},
                     "b": {"dtype": "F32", "shape": %s, "data_offsets": [%s]}}
                    """
                        .formatted(shape, at)));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith("some.safetensors: ") && message.contains(reason), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "", "{\"a\": ", "{\"a\": {}, \"a\": {}}"})
  void aHeaderThatIsNoJsonObjectIsRefused(String text) {
    WeightsException e = assertThrows(WeightsException.class, () -> parse(text));
    assertTrue(String.valueOf(e.getMessage()).contains("not a safetensors file"), e::getMessage);
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThrows(WeightsException.class, () -> parse("{\"a\": " + "[".repeat(100_000)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 8_000_001, Long.MAX_VALUE})
  void aHeaderOfAbsurdLengthIsRefused(long length) {
    ByteBuffer first = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).flip();
    WeightsException e =
        assertThrows(
            WeightsException.class, () -> SafetensorsHeader.lengthOf(first, "some.safetensors"));
    assertTrue(
        String.valueOf(e.getMessage()).contains(Long.toUnsignedString(length)), e::getMessage);
  }

  @Test
  void theLengthIsLittleEndian() throws WeightsException {
    ByteBuffer first = ByteBuffer.wrap(new byte[] {2, 1, 0, 0, 0, 0, 0, 0});
    assertEquals(258, SafetensorsHeader.lengthOf(first, "some.safetensors"));
  }

  private static SafetensorsHeader parse(String json) throws WeightsException {
    return SafetensorsHeader.parse("some.safetensors", json.getBytes(StandardCharsets.UTF_8), DATA);
  }
}
