package studio.pastiche.engine.weights;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import studio.pastiche.engine.network.Convolution;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/// Weight files made for a test: small networks in the formats that people have, right and wrong.
public final class OddFiles {
  private static final int WIDTH = 4;

  private OddFiles() {}

  /// A reference file, as it is in the test resources.
  static Path reference(String name) {
    return Path.of("src/test/resources/reference", name);
  }

  /// The tensors of a network with convolutions at these places.
  ///
  /// @param prefix what a place's tensors are called, without `.weight`
  static List<StoredTensor> network(List<Integer> places, IntFunction<String> prefix) {
    List<StoredTensor> tensors = new ArrayList<>();
    int channels = 3;
    for (int place : places) {
      tensors.add(random(prefix.apply(place) + ".weight", WIDTH, channels, 3, 3));
      tensors.add(random(prefix.apply(place) + ".bias", WIDTH));
      channels = WIDTH;
    }
    return tensors;
  }

  /// The name of a convolution by block and index, as Caffe has it.
  static String caffe(int place) {
    return "conv" + place / 10 + "_" + place % 10;
  }

  static StoredTensor random(String name, Integer... shape) {
    return StoredTensor.of(name, List.of(shape), numbers(name, List.of(shape)));
  }

  static FloatBuffer numbers(String name, List<Integer> shape) {
    Random random = new Random(name.hashCode());
    FloatBuffer numbers = Convolution.room(shape.stream().reduce(1, Math::multiplyExact));
    while (numbers.hasRemaining()) {
      numbers.put(0.2f * (float) random.nextGaussian());
    }
    return numbers.flip();
  }

  static Path safetensors(Path file, List<StoredTensor> tensors) throws IOException {
    SafetensorsWriter.write(file, Map.of(), tensors);
    return file;
  }

  /// A zip with one entry replaced.
  static Path withEntry(Path zip, String ending, byte[] content, Path to) throws IOException {
    try (ZipFile from = new ZipFile(zip.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        out.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          out.write(entry.getName().endsWith(ending) ? content : in.readAllBytes());
        }
      }
    }
    return to;
  }

  /// Writes convolutions as Keras does.
  ///
  /// @param newer whether as its newer versions do
  public static Path keras(List<Convolution> network, boolean newer, Path file) {
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      for (Convolution c : network) {
        String name = "block%d_conv%d".formatted(c.layer().block(), c.layer().index());
        WritableGroup group = hdf.putGroup(name);
        if (newer) {
          group = group.putGroup(name);
        }
        group.putDataset(newer ? "kernel:0" : name + "_W_1:0", heightFirst(c));
        float[] bias = new float[c.outputs()];
        c.bias().get(bias);
        group.putDataset(newer ? "bias:0" : name + "_b_1:0", bias);
      }
    }
    return file;
  }

  private static float[][][][] heightFirst(Convolution c) {
    float[][][][] kernel = new float[3][3][c.inputs()][c.outputs()];
    FloatBuffer weight = c.weight();
    for (int o = 0; o < c.outputs(); o++) {
      for (int i = 0; i < c.inputs(); i++) {
        for (int y = 0; y < 3; y++) {
          for (int x = 0; x < 3; x++) {
            kernel[y][x][i][o] = weight.get();
          }
        }
      }
    }
    return kernel;
  }

  /// Writes convolutions as MatConvNet does.
  ///
  /// @param older whether as its older versions do
  public static Path matConvNet(List<Convolution> network, boolean older, Path file)
      throws IOException {
    Cell layers = Mat5.newCell(1, network.size());
    for (int i = 0; i < network.size(); i++) {
      Convolution c = network.get(i);
      float[][][][] kernel = heightFirst(c);
      Matrix filters = Mat5.newMatrix(new int[] {3, 3, c.inputs(), c.outputs()}, MatlabType.Single);
      for (int o = 0; o < c.outputs(); o++) {
        for (int in = 0; in < c.inputs(); in++) {
          for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 3; x++) {
              filters.setFloat(new int[] {y, x, in, o}, kernel[y][x][in][o]);
            }
          }
        }
      }
      Matrix biases = Mat5.newMatrix(new int[] {1, c.outputs()}, MatlabType.Single);
      for (int o = 0; o < c.outputs(); o++) {
        biases.setFloat(o, c.bias().get(o));
      }
      String name = "conv%d_%d".formatted(c.layer().block(), c.layer().index());
      Struct layer = Mat5.newStruct().set("name", Mat5.newString(name));
      if (older) {
        layer.set("filters", filters).set("biases", biases);
      } else {
        layer.set("weights", Mat5.newCell(1, 2).set(0, filters).set(1, biases));
      }
      layers.set(i, layer);
    }
    MatFile mat = Mat5.newMatFile().addArray("layers", layers);
    Mat5.writeToFile(mat, file.toFile());
    return file;
  }

  /// A pickle that has a shell make a file, in one of the ways there are.
  static byte[] runsACommand(Way way, Path made) {
    String command = "touch " + made;
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    switch (way) {
      case GLOBAL -> {
        ascii(pickle, "\u0080\2cposix\nsystem\nX");
        text(pickle, command);
        ascii(pickle, "\u0085R.");
      }
      case STACK_GLOBAL -> {
        ascii(pickle, "\u0080\4\u008c\5posix\u008c\6system\u0093X");
        text(pickle, command);
        ascii(pickle, "\u0085R.");
      }
      case INSTANCE -> {
        ascii(pickle, "\u0080\2(X");
        text(pickle, command);
        ascii(pickle, "iposix\nsystem\n.");
      }
      case OBJECT -> {
        ascii(pickle, "\u0080\2(cposix\nsystem\nX");
        text(pickle, command);
        ascii(pickle, "o.");
      }
      case IN_A_DICTIONARY -> {
        ascii(pickle, "\u0080\2}X");
        text(pickle, "features.0.weight");
        ascii(pickle, "cposix\nsystem\nX");
        text(pickle, command);
        ascii(pickle, "\u0085Rs.");
      }
    }
    return pickle.toByteArray();
  }

  /// How a pickle can ask for a function.
  enum Way {
    GLOBAL,
    STACK_GLOBAL,
    INSTANCE,
    OBJECT,
    IN_A_DICTIONARY
  }

  private static void text(ByteArrayOutputStream pickle, String text) {
    for (int shift = 0; shift < 32; shift += 8) {
      pickle.write(text.length() >> shift);
    }
    ascii(pickle, text);
  }

  private static void ascii(ByteArrayOutputStream pickle, String text) {
    text.chars().forEach(pickle::write);
  }
}
