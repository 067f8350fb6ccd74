package studio.pastiche.networks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.RandomNetwork;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.networks.download.MirrorServer;
import studio.pastiche.networks.download.Settings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A real HTTPS server of this machine with a small random network in torchvision's layout, and the
/// catalogue and store that go with it.
public final class ServedNetworks implements AutoCloseable {
  /// Where the safetensors file lies on the server.
  public static final String FILE = "/timm/small/model.safetensors";

  /// Where the Keras file lies on the server.
  public static final String KERAS = "/keras/small.h5";

  static final List<Integer> WIDTHS = List.of(8, 16, 32, 32, 32);
  private static final Settings QUICK =
      new Settings(4, 100_000, Duration.ofSeconds(20), Duration.ZERO, 3);

  private final Path folder;
  private final MirrorServer server;
  private final MirrorServer.Identity identity;
  private final FeatureNetwork network;

  public ServedNetworks(Path folder, MirrorServer.Identity identity) throws IOException {
    this.folder = folder;
    this.identity = identity;
    FeatureNetwork random = RandomNetwork.of(WIDTHS, Layer.of("relu5_4"), 3);
    network = FeatureNetwork.of("small", random.input(), random.convolutions());
    server = new MirrorServer(Files.createDirectories(folder.resolve("served")), identity, 0);
    put(FILE, safetensors(network));
    try (var keras = ServedNetworks.class.getResourceAsStream("/reference/keras-notop.h5")) {
      put(KERAS, keras == null ? new byte[0] : keras.readAllBytes());
    }
  }

  public MirrorServer server() {
    return server;
  }

  /// What is served.
  public FeatureNetwork network() {
    return network;
  }

  /// How many bytes its convolutions take.
  public long needed() {
    return network.parameters() * Float.BYTES;
  }

  public Path storeFolder() {
    return folder.resolve("networks");
  }

  /// Puts a file on the server.
  public void put(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve("served" + path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    server.changed();
  }

  /// Networks that fetch from here, with all the room there is.
  public Networks networks() {
    return networks(new NetworkStore(storeFolder()));
  }

  /// As [#networks()], with the built-in one too, and the served one by another name.
  public Networks networksWith(String name) {
    List<CatalogueNetwork> all = new ArrayList<>();
    all.add(Catalogue.builtIn().find("compact").orElseThrow());
    for (CatalogueNetwork network : catalogue(server.uri()).networks()) {
      all.add(network.name().equals("small") ? called(name, network) : network);
    }
    return new Networks(new Catalogue(all), new NetworkStore(storeFolder()), this::client, QUICK);
  }

  private static CatalogueNetwork called(String name, CatalogueNetwork network) {
    return new CatalogueNetwork(
        name,
        network.what(),
        network.origin(),
        network.licence(),
        network.input(),
        network.widths(),
        network.deepest(),
        network.neededBytes(),
        network.sources());
  }

  /// Makes a file of the served network in which nothing tells what input it wants.
  public Path inDoubt(Path file) throws IOException {
    String text = new String(safetensors(network), StandardCharsets.ISO_8859_1);
    return Files.writeString(
        file, text.replace("classifier.0", "classifieR.0"), StandardCharsets.ISO_8859_1);
  }

  Networks networks(NetworkStore store) {
    return networks(store, this::client);
  }

  Networks networks(NetworkStore store, Supplier<HttpClient> clients) {
    return new Networks(catalogue(server.uri()), store, clients, QUICK);
  }

  HttpClient client() {
    return HttpClient.newBuilder().sslContext(identity.context()).build();
  }

  private Catalogue catalogue(URI at) {
    CatalogueNetwork.Source parts =
        new CatalogueNetwork.Source("parts", URI.create(at + FILE), true, 600_000, null);
    CatalogueNetwork.Source whole =
        new CatalogueNetwork.Source(
            "keras",
            URI.create(at + KERAS),
            false,
            keras().length,
            new CatalogueNetwork.Hash("MD5", md5(keras())));
    return new Catalogue(
        List.of(
            entry("small", InputSpec.RGB_IMAGENET, WIDTHS, needed(), parts, whole),
            entry("small-caffe", InputSpec.BGR_CAFFE, kerasWidths(), keras().length, whole)));
  }

  private static CatalogueNetwork entry(
      String name,
      InputSpec input,
      List<Integer> widths,
      long needed,
      CatalogueNetwork.Source... sources) {
    String deepest = name.equals("small") ? "relu5_4" : kerasDeepest();
    return new CatalogueNetwork(
        name,
        "a small one for tests",
        "made up",
        "CC0",
        input,
        widths,
        deepest,
        needed,
        List.of(sources));
  }

  private static List<Integer> kerasWidths() {
    return kerasShape().widths();
  }

  private static String kerasDeepest() {
    return kerasShape().deepest();
  }

  private static Shape kerasShape() {
    try {
      Path file = Path.of("src/test/resources/reference/keras-notop.h5");
      return Shape.of("keras", NetworkReader.read(file, null).network());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] keras() {
    try {
      return Files.readAllBytes(Path.of("src/test/resources/reference/keras-notop.h5"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The file as people have it: the tensors by name, the classifier first, and one that is not
  /// needed in the middle.
  static byte[] safetensors(FeatureNetwork network) {
    Map<String, byte[]> tensors = new TreeMap<>();
    Map<String, List<Integer>> shapes = new TreeMap<>();
    int at = 0;
    for (Convolution c : network.convolutions()) {
      put(tensors, shapes, "features." + at + ".weight", c.weight(), c.outputs(), c.inputs(), 3, 3);
      put(tensors, shapes, "features." + at + ".bias", c.bias(), c.outputs());
      at += c.layer().poolingFollows() ? 3 : 2;
    }
    put(tensors, shapes, "classifier.0.weight", FloatBuffer.allocate(40_000), 200, 200);
    put(tensors, shapes, "features.1b.unknown", FloatBuffer.allocate(1000), 1000);
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    tensors.forEach(
        (name, bytes) -> {
          ObjectNode entry = json.putObject(name).put("dtype", "F32");
          List<Integer> shape = new ArrayList<>(shapes.getOrDefault(name, List.of()));
          shape.forEach(entry.putArray("shape")::add);
          entry.putArray("data_offsets").add(data.size()).add(data.size() + bytes.length);
          data.writeBytes(bytes);
        });
    byte[] header = json.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + header.length + data.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .put(data.toByteArray())
        .array();
  }

  static Convolution zeros(Layer layer, int inputs, int outputs) {
    return new Convolution(
        layer, inputs, outputs, Convolution.room(outputs * inputs * 9), Convolution.room(outputs));
  }

  private static void put(
      Map<String, byte[]> tensors,
      Map<String, List<Integer>> shapes,
      String name,
      FloatBuffer numbers,
      Integer... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.remaining() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    tensors.put(name, bytes.array());
    shapes.put(name, List.of(shape));
  }

  @Override
  public void close() {
    server.close();
  }
}
