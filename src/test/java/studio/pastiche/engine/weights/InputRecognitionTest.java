package studio.pastiche.engine.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.InputSpec;

class InputRecognitionTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "timm.safetensors,RGB_IMAGENET,KEYS",
    "torchvision-zip.pth,RGB_IMAGENET,KEYS",
    "torchvision-legacy.pth,RGB_IMAGENET,KEYS",
    "caffe-bgr-features.pth,BGR_CAFFE,KEYS",
    "caffe-bgr-conv-names.pth,BGR_CAFFE,KEYS",
    "keras-notop.h5,BGR_CAFFE,FORMAT",
    "matconvnet.mat,RGB_CAFFE,FORMAT"
  })
  void theReferencesInputsAreRecognised(
      String file, InputSpec expected, InputEvidence.Source source) throws WeightsException {
    ReadNetwork read = NetworkReader.read(OddFiles.reference(file), null);
    assertEquals(expected, read.network().input());
    assertEquals(source, read.evidence().source());
    assertTrue(read.evidence().question().isEmpty(), read::toString);
  }

  @Test
  void theBuiltInNetworkIsKnownByItsWeights() throws WeightsException {
    ReadNetwork read = CompactNetwork.load(null);
    assertEquals(InputSpec.RGB_IMAGENET, read.network().input());
    assertEquals(InputEvidence.Source.FINGERPRINT, read.evidence().source());
  }

  @Test
  void aKnownNetworkIsKnownInAnotherFormatToo() throws IOException {
    // as Keras' file it would be taken for BGR
    Path file =
        OddFiles.keras(
            CompactNetwork.load(null).network().convolutions(), true, folder.resolve("compact.h5"));
    ReadNetwork read = NetworkReader.read(file, null);
    assertEquals(InputSpec.RGB_IMAGENET, read.network().input());
    assertEquals(InputEvidence.Source.FINGERPRINT, read.evidence().source());
  }

  @Test
  void theUserIsBelievedBeforeAnythingElse() throws WeightsException {
    ReadNetwork read = CompactNetwork.load(InputSpec.RGB_CAFFE);
    assertEquals(InputSpec.RGB_CAFFE, read.network().input());
    assertEquals(InputEvidence.Source.CHOSEN, read.evidence().source());
  }

  @Test
  void metadataIsBelievedBeforeTheKeys() throws IOException {
    Path file = folder.resolve("said.safetensors");
    SafetensorsWriter.write(
        file,
        Map.of("input", "rgb-caffe"),
        OddFiles.network(VggKind.VGG_19.named(), OddFiles::caffe));
    ReadNetwork read = NetworkReader.read(file, null);
    assertEquals(InputSpec.RGB_CAFFE, read.network().input());
    assertEquals(InputEvidence.Source.METADATA, read.evidence().source());
  }

  @Test
  void metadataThatMeansNothingIsRefused() throws IOException {
    Path file = folder.resolve("said.safetensors");
    SafetensorsWriter.write(
        file, Map.of("input", "cmyk"), OddFiles.network(VggKind.VGG_19.named(), OddFiles::caffe));
    WeightsException e = assertThrows(WeightsException.class, () -> NetworkReader.read(file, null));
    assertTrue(String.valueOf(e.getMessage()).contains("'cmyk' is not an input"), e::getMessage);
  }

  @ParameterizedTest
  @CsvSource({
    "classifier.0.weight,RGB_IMAGENET",
    "module.classifier.3.weight,RGB_IMAGENET",
    "classifier.1.weight,BGR_CAFFE",
    "classifier.4.weight,BGR_CAFFE",
    "pre_logits.fc1.weight,RGB_IMAGENET",
    "head.fc.weight,RGB_IMAGENET"
  })
  void theClassifierTells(String key, InputSpec expected) throws IOException {
    ReadNetwork read = NetworkReader.read(withKeys(key), null);
    assertEquals(expected, read.network().input());
    assertEquals(InputEvidence.Source.KEYS, read.evidence().source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "classifier.0.weight classifier.1.weight", "classifier.2.weight"})
  void whereNothingTellsTheUserIsAsked(String keys) throws IOException {
    Path file = withKeys(keys.isEmpty() ? new String[0] : keys.split(" "));
    InputInDoubtException e =
        assertThrows(InputInDoubtException.class, () -> NetworkReader.read(file, null));
    assertTrue(String.valueOf(e.getMessage()).contains("--input rgb-imagenet"), e::getMessage);
    assertEquals(
        InputSpec.BGR_CAFFE, NetworkReader.read(file, InputSpec.BGR_CAFFE).network().input());
  }

  @ParameterizedTest
  @CsvSource({"0.003,true,small", "30,true,large", "0.003,false,", "30,false,large", "0.5,true,"})
  void anOddScaleOnlyRaisesAQuestion(float scale, boolean torchvision, String expected)
      throws IOException {
    FloatBuffer weight = OddFiles.numbers("features.0.weight", List.of(4, 3, 3, 3));
    FloatBuffer scaled = Convolution.room(weight.remaining());
    while (weight.hasRemaining()) {
      scaled.put(weight.get() * scale);
    }
    List<StoredTensor> tensors = new ArrayList<>();
    tensors.add(StoredTensor.of("features.0.weight", List.of(4, 3, 3, 3), scaled.flip()));
    tensors.add(OddFiles.random("features.0.bias", 4));
    tensors.add(OddFiles.random("classifier." + (torchvision ? 0 : 1) + ".weight", 2, 2));
    ReadNetwork read =
        NetworkReader.read(
            OddFiles.safetensors(folder.resolve("scaled.safetensors"), tensors), null);
    assertEquals(
        torchvision ? InputSpec.RGB_IMAGENET : InputSpec.BGR_CAFFE, read.network().input());
    assertEquals(expected != null, read.evidence().question().isPresent());
    assertTrue(
        read.evidence().question().orElse("").contains(expected == null ? "" : expected),
        read::toString);
  }

  private Path withKeys(String... keys) throws IOException {
    List<StoredTensor> tensors =
        new ArrayList<>(OddFiles.network(VggKind.VGG_19.counted(2), place -> "features." + place));
    Arrays.stream(keys).forEach(key -> tensors.add(OddFiles.random(key, 2, 2)));
    return OddFiles.safetensors(folder.resolve("keys.safetensors"), tensors);
  }
}
