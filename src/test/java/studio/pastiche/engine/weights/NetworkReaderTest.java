package studio.pastiche.engine.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.RandomNetwork;
import studio.pastiche.file.Sha256;

/// Right files. What they give through the engine is in `ReferenceTest`.
class NetworkReaderTest {
  private static final RandomVgg SMALL = new RandomVgg(List.of(4, 6, 8, 10, 12), 5, 7);

  @TempDir private Path folder = Path.of("");

  static List<String> references() {
    return ReferenceNumbers.NETWORKS;
  }

  @ParameterizedTest
  @MethodSource("references")
  void numbersLieOutsideTheHeapAndTheHashIsTheirs(String name) throws IOException {
    Path file = OddFiles.reference(name);
    FeatureNetwork network = NetworkReader.read(file, null).network();
    assertEquals(Layer.of("relu5_4"), network.deepest());
    assertEquals(Sha256.of(bytes(network)), network.sha256());
    assertEquals(name, network.name());
    for (Convolution convolution : network.convolutions()) {
      assertTrue(convolution.weight().isDirect() && convolution.bias().isDirect(), name);
    }
  }

  /// Number by number, as decision 10 says what is hashed.
  private static byte[] bytes(FeatureNetwork network) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Convolution c : network.convolutions()) {
      String line = c.layer() + " " + c.outputs() + "×" + c.inputs() + "\n";
      bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
      for (FloatBuffer numbers : List.of(c.weight(), c.bias())) {
        while (numbers.hasRemaining()) {
          int bits = Float.floatToRawIntBits(numbers.get());
          for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes.write(bits >> shift);
          }
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    FeatureNetwork network = SMALL.network();
    Path file = folder.resolve("copy.safetensors");
    FeatureNetwork caffe =
        new FeatureNetwork("mine", "", InputSpec.RGB_CAFFE, network.convolutions());
    NetworkFile.write(caffe, Map.of("origin", "made up"), file);
    ReadNetwork read = NetworkReader.read(file, null);
    assertSame(network, read.network());
    assertEquals(InputSpec.RGB_CAFFE, read.network().input());
    assertEquals(InputEvidence.Source.METADATA, read.evidence().source());
    SafetensorsFile raw = SafetensorsFile.of("copy", Files.readAllBytes(file));
    assertEquals(
        Map.of("format", "pt", "name", "mine", "input", "rgb-caffe", "origin", "made up"),
        raw.metadata());
  }

  @Test
  void thePublishedLayoutsAreRead() throws IOException {
    Path safetensors = folder.resolve("model.safetensors");
    Path pth = folder.resolve("vgg19.pth");
    SMALL.writeSafetensors(safetensors);
    SMALL.writePth(pth);
    assertSame(SMALL.network(), NetworkReader.read(safetensors, null).network());
    assertSame(SMALL.network(), NetworkReader.read(pth, null).network());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bothLayoutsOfKerasAndOfMatConvNetAreRead(boolean newer) throws IOException {
    FeatureNetwork network = SMALL.network();
    Path keras = OddFiles.keras(network.convolutions(), newer, folder.resolve("vgg19.h5"));
    Path mat = OddFiles.matConvNet(network.convolutions(), !newer, folder.resolve("vgg19.mat"));
    ReadNetwork fromKeras = NetworkReader.read(keras, null);
    ReadNetwork fromMat = NetworkReader.read(mat, null);
    assertSame(network, fromKeras.network());
    assertSame(network, fromMat.network());
    assertEquals(InputSpec.BGR_CAFFE, fromKeras.network().input());
    assertEquals(InputSpec.RGB_CAFFE, fromMat.network().input());
  }

  @ParameterizedTest
  @ValueSource(strings = {"F16", "BF16", "F64"})
  void otherFloatingPointNumbersAreConverted(String kind) throws IOException {
    int width = kind.equals("F64") ? 8 : 2;
    String header =
        """
        {"features.0.weight": {"dtype": "%1$s", "shape": [1, 3, 3, 3], "data_offsets": [0, %2$d]},
         "features.0.bias": {"dtype": "%1$s", "shape": [1], "data_offsets": [%2$d, %3$d]}}
        """
            .formatted(kind, 27 * width, 28 * width);
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + 28 * width).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    for (int i = 0; i < 28; i++) {
      float value = (i - 9) / 8f;
      switch (kind) {
        case "F16" -> bytes.putShort(Float.floatToFloat16(value));
        case "BF16" -> bytes.putShort((short) (Float.floatToIntBits(value) >> 16));
        default -> bytes.putDouble(value);
      }
    }
    Path file = Files.write(folder.resolve("half.safetensors"), bytes.array());
    Convolution first =
        NetworkReader.read(file, InputSpec.RGB_IMAGENET).network().convolutions().getFirst();
    for (int i = 0; i < 27; i++) {
      assertEquals((i - 9) / 8f, first.weight().get(i));
    }
    assertEquals(18 / 8f, first.bias().get(0));
  }

  static Stream<String> prefixes() {
    return Stream.of("features.", "module.features.", "state_dict.module.vgg.features.", "");
  }

  @ParameterizedTest
  @MethodSource("prefixes")
  void whatWrapsTheNamesDoesNotMatter(String prefix) throws IOException {
    List<Integer> places = VggKind.VGG_19.counted(2).subList(0, 7);
    Path file =
        OddFiles.safetensors(
            folder.resolve("wrapped.safetensors"),
            OddFiles.network(places, place -> prefix + place));
    FeatureNetwork network = NetworkReader.read(file, InputSpec.BGR_CAFFE).network();
    assertEquals(Layer.of("relu3_3"), network.deepest());
  }

  @Test
  void headersOfAnyLengthAreRead() throws IOException {
    // the numbers then begin at any byte
    byte[] right = Files.readAllBytes(OddFiles.reference("timm.safetensors"));
    FeatureNetwork expected =
        NetworkReader.read(OddFiles.reference("timm.safetensors"), null).network();
    ByteBuffer from = ByteBuffer.wrap(right).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) from.getLong();
    for (int more = 1; more < 4; more++) {
      ByteBuffer to = ByteBuffer.allocate(right.length + more).order(ByteOrder.LITTLE_ENDIAN);
      to.putLong(length + more).put(right, 8, length);
      to.put(" ".repeat(more).getBytes(StandardCharsets.US_ASCII));
      to.put(right, 8 + length, right.length - 8 - length);
      Path file = Files.write(folder.resolve("odd.safetensors"), to.array());
      assertSame(expected, NetworkReader.read(file, null).network());
    }
  }

  @Test
  void aConvolutionOnTheHeapIsRefused() {
    FloatBuffer heap = FloatBuffer.allocate(27);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Convolution(Layer.of("relu1_1"), 3, 1, heap, Convolution.room(1)));
  }

  @Test
  void aRandomNetworkIsTheSameForTheSameSeed() {
    Layer last = Layer.of("relu2_1");
    List<Integer> widths = List.of(2, 3, 4, 5, 6);
    assertSame(RandomNetwork.of(widths, last, 3), RandomNetwork.of(widths, last, 3));
  }

  private static void assertSame(FeatureNetwork expected, FeatureNetwork found) {
    assertEquals(expected.convolutions().size(), found.convolutions().size());
    for (int i = 0; i < expected.convolutions().size(); i++) {
      assertEquals(expected.convolutions().get(i), found.convolutions().get(i));
    }
  }
}
