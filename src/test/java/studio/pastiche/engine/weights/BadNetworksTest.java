package studio.pastiche.engine.weights;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.InputSpec;

/// Files that are no VGG-19, or no longer one: each is told by its own words.
class BadNetworksTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder = Path.of("");

  static Stream<Arguments> cuts() {
    return ReferenceNumbers.NETWORKS.stream()
        .flatMap(name -> Stream.of(0.02, 0.3, 0.6, 0.97).map(share -> Arguments.of(name, share)));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void aTruncatedFileIsSaidToBeCutShort(String name, double share) throws IOException {
    byte[] whole = Files.readAllBytes(OddFiles.reference(name));
    byte[] part = Arrays.copyOf(whole, (int) (whole.length * share));
    refused(Files.write(folder.resolve(name), part), "cut short", "fetch it again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vgg.safetensors", "vgg.pth", "vgg.h5", "vgg.mat"})
  void whatIsOnlyCalledANetworkIsSaidToBeWhatItIs(String name) throws IOException {
    refused(text(name, "Please see the model zoo.\n"), "is a text file");
    refused(text(name, "\n<!DOCTYPE html>\n<html><body>Log in</body>"), "is a web page");
    refused(text(name, "\ufeff<HTML>"), "is a web page");
    refused(text(name, "version https://git-lfs.github.com/spec/v1\noid sha256:0"), "Git LFS");
    refused(text(name, ""), "is empty");
    refused(text(name, "\0\1\2"), "too short");
    refused(
        Files.copy(OddFiles.reference("content.png"), folder.resolve("picture-" + name)),
        "is no file of a network");
  }

  @Test
  void aFolderIsNoNetwork() {
    refused(folder, "is a folder");
  }

  @ParameterizedTest
  @CsvSource({"VGG_16,a VGG-16;", "VGG_13,a VGG-13;", "VGG_11,a VGG-11;"})
  void otherVggsAreSaidByName(VggKind kind, String name) throws IOException {
    List<StoredTensor> counted = OddFiles.network(kind.counted(2), p -> "features." + p);
    List<StoredTensor> named = OddFiles.network(kind.named(), OddFiles::caffe);
    refused(OddFiles.safetensors(folder.resolve("counted.safetensors"), counted), name);
    refused(OddFiles.safetensors(folder.resolve("named.safetensors"), named), name);
    refused(pth("counted.pth", counted), name);
  }

  @ParameterizedTest
  @EnumSource(VggKind.class)
  void batchNormIsSaidByName(VggKind kind) throws IOException {
    List<StoredTensor> tensors = new ArrayList<>();
    for (StoredTensor tensor : OddFiles.network(kind.counted(3), p -> "features." + p)) {
      tensors.add(tensor);
      if (tensor.name().endsWith("weight")) {
        int next = Integer.parseInt(tensor.name().split("\\.")[1]) + 1;
        tensors.add(OddFiles.random("features." + next + ".weight", 4));
        tensors.add(OddFiles.random("features." + next + ".bias", 4));
        tensors.add(OddFiles.random("features." + next + ".running_mean", 4));
      }
    }
    refused(
        OddFiles.safetensors(folder.resolve("bn.safetensors"), tensors),
        "is a " + kind + " with batch norm");
  }

  @Test
  void aVgg16OfKerasOrMatConvNetIsSaidByName() throws IOException {
    List<Convolution> threeABlock =
        new RandomVgg(List.of(4, 4, 4, 4, 4), 4, 1)
            .network().convolutions().stream().filter(c -> c.layer().index() < 4).toList();
    refused(OddFiles.keras(threeABlock, true, folder.resolve("vgg16.h5")), "is a VGG-16;");
    refused(OddFiles.matConvNet(threeABlock, true, folder.resolve("vgg16.mat")), "is a VGG-16;");
  }

  @ParameterizedTest
  @CsvSource({
    "layer1.0.conv1.weight,a ResNet",
    "res2a_branch2a.weight,a ResNet",
    "features.denseblock1.denselayer1.conv1.weight,a DenseNet",
    "features.3.squeeze.weight,a SqueezeNet"
  })
  void otherNetworksAreSaidByName(String key, String name) throws IOException {
    Path file =
        pth(
            "other.pth",
            List.of(
                OddFiles.random("conv1.weight", 4, 3, 7, 7),
                OddFiles.random("features.0.weight", 4, 3, 3, 3),
                OddFiles.random(key, 4, 4, 3, 3)));
    refused(file, "is " + name + "; a VGG-19 is needed");
  }

  @Test
  void aNetworkOfAnotherKindIsToldByItsTensors() throws IOException {
    refused(
        pth("other.pth", List.of(OddFiles.random("encoder.norm.weight", 4, 4))),
        "is no VGG-19",
        "'encoder.norm.weight'");
  }

  @Test
  void aMissingMiddleLayerIsNamed() throws IOException {
    List<StoredTensor> tensors = new ArrayList<>(vgg19());
    tensors.removeIf(t -> t.name().startsWith("features.12."));
    refused(
        OddFiles.safetensors(folder.resolve("gap.safetensors"), tensors),
        "no convolution for relu3_2 ('features.12.weight')");
    tensors = new ArrayList<>(OddFiles.network(VggKind.VGG_19.named(), OddFiles::caffe));
    tensors.removeIf(t -> t.name().startsWith("conv2_1."));
    refused(
        OddFiles.safetensors(folder.resolve("gap.safetensors"), tensors),
        "no convolution for relu2_1");
  }

  @Test
  void aMissingBiasIsNamed() throws IOException {
    List<StoredTensor> tensors = new ArrayList<>(vgg19());
    tensors.removeIf(t -> t.name().equals("features.5.bias"));
    refused(
        OddFiles.safetensors(folder.resolve("gap.safetensors"), tensors),
        "'features.5.weight', but no bias");
  }

  @Test
  void twoNetworksInOneFileAreRefused() throws IOException {
    List<StoredTensor> tensors = new ArrayList<>(vgg19());
    tensors.addAll(OddFiles.network(VggKind.VGG_19.counted(2), p -> "student.features." + p));
    refused(
        OddFiles.safetensors(folder.resolve("two.safetensors"), tensors),
        "more than one VGG",
        "'student.features.");
  }

  @Test
  void aLayerThatDoesNotFitTheOneBeforeIsNamed() throws IOException {
    List<StoredTensor> tensors = new ArrayList<>(vgg19());
    tensors.replaceAll(
        t ->
            t.name().equals("features.7.weight")
                ? OddFiles.random("features.7.weight", 4, 3, 3, 3)
                : t);
    refused(
        OddFiles.safetensors(folder.resolve("odd.safetensors"), tensors),
        "relu2_2 takes 3 channels, but 4 come in");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void aNumberThatIsNoneIsToldWithItsTensor(float number) throws IOException {
    List<StoredTensor> tensors = new ArrayList<>(vgg19());
    FloatBuffer odd = OddFiles.numbers("features.14.weight", List.of(4, 4, 3, 3)).put(77, number);
    tensors.replaceAll(
        t ->
            t.name().equals("features.14.weight")
                ? StoredTensor.of("features.14.weight", List.of(4, 4, 3, 3), odd)
                : t);
    refused(
        OddFiles.safetensors(folder.resolve("nan.safetensors"), tensors),
        "features.14.weight holds a number that is not finite");
    refused(pth("nan.pth", tensors), "features.14.weight holds a number that is not finite");
  }

  @ParameterizedTest
  @EnumSource(OddFiles.Way.class)
  void aPickleThatRunsACommandIsRefusedByNameAndRunsNothing(OddFiles.Way way) throws IOException {
    Path made = folder.resolve("made");
    byte[] evil = OddFiles.runsACommand(way, made);
    Path legacy = Files.write(folder.resolve("evil.pth"), evil);
    Path zip =
        OddFiles.withEntry(
            OddFiles.reference("torchvision-zip.pth"),
            "data.pkl",
            evil,
            folder.resolve("evil-zip.pth"));
    String expected = "asks for Python's 'posix.system'";
    refused(legacy, expected, "nothing of it was run");
    refused(zip, expected, "nothing of it was run");
    assertFalse(Files.exists(made), "the command was run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"numpy.core.multiarray\n_reconstruct", "torchvision.models.vgg\nVGG"})
  void anyOtherClassIsRefusedByName(String name) throws IOException {
    byte[] pickle = ("\u0080\2c" + name + "\n.").getBytes(StandardCharsets.ISO_8859_1);
    refused(
        Files.write(folder.resolve("whole.pth"), pickle),
        "'" + name.replace('\n', '.') + "'",
        "state_dict()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0080\2X\377\377\377\177.", // a text of 2 GiB
        "\u0080\2X\377\377\377\377.",
        "\u0080\2\u008b\377\377\377\177.", // a number of 2 GiB
        "\u0080\2B\377\377\377\177.",
        "\u0080\4\u008d\377\377\377\377\0\0\0\0.",
        "\u0080\2}q\0X\1\0\0\0ah\0s.", // a dictionary in itself
        "\u0080\2]q\0h\0a}q\1h\0h\1s.", // a list in itself as a key
        "\u0080\2R.",
        "\u0080\2."
      })
  void aPickleThatClaimsOrWindsIsRefused(String pickle) throws IOException {
    Path file =
        Files.write(folder.resolve("odd.pth"), pickle.getBytes(StandardCharsets.ISO_8859_1));
    refused(file, "PyTorch");
    Path zip =
        OddFiles.withEntry(
            OddFiles.reference("torchvision-zip.pth"),
            "data.pkl",
            pickle.getBytes(StandardCharsets.ISO_8859_1),
            folder.resolve("odd-zip.pth"));
    refused(zip, "PyTorch");
  }

  @Test
  void aPickleWithListsOfListsAsAKeyIsRefusedBeforeTheyAreGoneThrough() throws IOException {
    StringBuilder pickle = new StringBuilder("\u0080\2]q\0");
    for (char i = 0; i < 24; i++) {
      pickle.append("]q").append((char) (i + 1)).append("(h").append(i).append('h').append(i);
      pickle.append('e');
    }
    pickle.append("}h\u0018Ns.");
    Path zip =
        OddFiles.withEntry(
            OddFiles.reference("torchvision-zip.pth"),
            "data.pkl",
            pickle.toString().getBytes(StandardCharsets.ISO_8859_1),
            folder.resolve("lists.pth"));
    refused(zip, "is no PyTorch file that can be read");
  }

  @Test
  void aKerasFileWithEndlessGroupsIsRefused() throws IOException {
    Path file = folder.resolve("groups.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      for (int i = 0; i < 101; i++) {
        WritableGroup outer = hdf.putGroup("g" + i);
        for (int j = 0; j < 100; j++) {
          outer.putGroup("g" + j);
        }
      }
    }
    refused(file, "is an HDF5 file that is cut short or damaged");
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    Path right = OddFiles.reference("torchvision-zip.pth");
    Path pickle =
        OddFiles.withEntry(right, "data.pkl", new byte[64 * MEBIBYTE], folder.resolve("bomb.pth"));
    assertTrue(Files.size(pickle) < MEBIBYTE);
    refused(pickle, "zip bomb");
    byte[] state = stateWithALargeFirstWeight(right);
    Path storage = OddFiles.withEntry(right, "data.pkl", state, folder.resolve("state.pth"));
    Path bomb =
        OddFiles.withEntry(
            storage, "data/0", new byte[64 * 2048 * 9 * 4], folder.resolve("bomb-storage.pth"));
    assertTrue(Files.size(bomb) < MEBIBYTE);
    refused(bomb, "zip bomb");
  }

  @Test
  void aZipThatIsNoPyTorchFileIsSaidToBe() throws IOException {
    byte[] content = {1};
    Path file =
        OddFiles.withEntry(
            OddFiles.reference("torchvision-zip.pth"), "x", content, folder.resolve("a.zip"));
    byte[] bytes = Files.readAllBytes(file);
    replaceAll(bytes, "data.pkl", "data.txt");
    refused(Files.write(file, bytes), "is a zip, but no PyTorch file");
  }

  @Test
  void tensorsThatOverlapAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(OddFiles.reference("timm.safetensors"));
    replaceAll(bytes, "\"data_offsets\":[0,32]", "\"data_offsets\":[4,36]");
    refused(
        Files.write(folder.resolve("overlap.safetensors"), bytes),
        "features.0.bias and features.0.weight overlap");
  }

  @Test
  void aViewThatIsNotContiguousIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(OddFiles.reference("torchvision-legacy.pth"));
    // the strides of features.0.weight: 27, 9, 3, 1
    replaceAll(bytes, "(K\u001bK\u0009K\u0003K\u0001t", "(K\u001bK\u0001K\u0009K\u0003t");
    refused(
        Files.write(folder.resolve("strided.pth"), bytes),
        "features.0.weight is a view with the strides [27, 1, 9, 3]");
  }

  @Test
  void aDatasetThatClaimsTooMuchIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(OddFiles.reference("keras-notop.h5"));
    byte[] sizes = longs(3, 3, 3, 8);
    int at = indexOf(bytes, sizes);
    System.arraycopy(longs(3, 3, 3, 1 << 20), 0, bytes, at, sizes.length);
    refused(Files.write(folder.resolve("claims.h5"), bytes), "than the file could hold");
    System.arraycopy(longs(3, 3, 1 << 20, 1 << 20), 0, bytes, at, sizes.length);
    refused(Files.write(folder.resolve("claims.h5"), bytes), "larger than any layer");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, 100_000_000, -1})
  void anArrayThatClaimsTooMuchIsRefused(int elements) throws IOException {
    ByteBuffer mat = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    mat.put("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII));
    mat.position(124).putShort((short) 0x0100).put((byte) 'I').put((byte) 'M');
    mat.putInt(14).putInt(376); // an array that fills the file
    mat.putInt(6).putInt(8).putInt(1).putInt(0); // its flags: a cell array
    mat.putInt(5).putInt(8).putInt(1).putInt(elements);
    mat.putInt(1).putInt(6).put("layers\0\0".getBytes(StandardCharsets.US_ASCII));
    refused(Files.write(folder.resolve("claims.mat"), mat.array()), "cut short or damaged");
  }

  @Test
  void aMatlab73FileIsSaidToBe() throws IOException {
    refused(text("vgg.mat", "MATLAB 7.3 MAT-file, Platform: GLNXA64"), "save it with -v7");
  }

  @ParameterizedTest
  @MethodSource("names")
  void aFileWithAWrongByteIsReadOrRefusedAndNothingElse(String name) throws IOException {
    byte[] right = Files.readAllBytes(OddFiles.reference(name));
    Random random = new Random(name.hashCode());
    for (int i = 0; i < 150; i++) {
      byte[] wrong = right.clone();
      for (int k = 0; k <= i % 3; k++) {
        // most of what can go wrong is told near the beginning and the end
        int reach = i % 2 == 0 ? wrong.length : Math.min(wrong.length, 4096);
        int at = random.nextInt(reach);
        wrong[i % 4 == 1 ? wrong.length - 1 - at : at] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve(name), wrong);
      try {
        NetworkReader.read(file, InputSpec.BGR_CAFFE);
      } catch (WeightsException e) {
        assertTrue(String.valueOf(e.getMessage()).startsWith(name + ": "), e::getMessage);
      }
    }
  }

  static List<String> names() {
    return ReferenceNumbers.NETWORKS;
  }

  private static List<StoredTensor> vgg19() {
    return OddFiles.network(VggKind.VGG_19.counted(2), place -> "features." + place);
  }

  /// The reference's pickle, but with 64×2048×3×3 numbers instead of 8×3×3×3.
  private static byte[] stateWithALargeFirstWeight(Path zip) throws IOException {
    try (ZipFile from = new ZipFile(zip.toFile());
        InputStream in = from.getInputStream(from.getEntry("torchvision-zip/data.pkl"))) {
      String pickle = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      String large =
          pickle
              .replaceFirst("K\u00d8t", "J\0\0\u0012\0t")
              .replaceFirst("\\(K\u0008K\3K\3K\3t", "(K\100M\0\u0008K\3K\3t")
              .replaceFirst("\\(K\u001bK\u0009K\3K\1t", "(M\0\110K\u0009K\3K\1t");
      return large.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private Path pth(String name, List<StoredTensor> tensors) throws IOException {
    Path file = folder.resolve(name);
    TorchLegacyWriter.write(file, tensors);
    return file;
  }

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void refused(Path file, String... words) {
    WeightsException e = assertThrows(WeightsException.class, () -> NetworkReader.read(file, null));
    String message = String.valueOf(e.getMessage());
    assertTrue(
        message.startsWith(file.getFileName() + ": ") || message.startsWith(file + ": "), message);
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  private static byte[] longs(long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(numbers).forEach(bytes::putLong);
    return bytes.array();
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int at = 0; at <= bytes.length - part.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new AssertionError("it is not in there");
  }

  private static void replaceAll(byte[] bytes, String part, String by) {
    byte[] old = part.getBytes(StandardCharsets.ISO_8859_1);
    byte[] other = by.getBytes(StandardCharsets.ISO_8859_1);
    int found = 0;
    for (int at = 0; at <= bytes.length - old.length; at++) {
      if (Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) {
        System.arraycopy(other, 0, bytes, at, other.length);
        found++;
      }
    }
    assertTrue(found > 0, "'" + part + "' is not in there");
  }
}
