package studio.pastiche.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.networks.download.Settings;

class NetworksTest {
  private static final Path REFERENCE = Path.of("src/test/resources/reference");

  @TempDir private Path folder = Path.of("");
  private Networks networks = Networks.ofThisUser();

  @BeforeEach
  void makeNetworks() {
    networks =
        new Networks(
            Catalogue.builtIn(),
            new NetworkStore(folder),
            HttpClient::newHttpClient,
            Settings.defaults());
  }

  @Test
  void aNameIsTheBuiltInNetworkThenAKeptOneThenAFile() throws IOException {
    assertInstanceOf(Choice.BuiltIn.class, networks.choice("compact"));
    networks.imports().keep(REFERENCE.resolve("timm.safetensors"), "mine", null);
    assertInstanceOf(Choice.Kept.class, networks.choice("mine"));
    assertInstanceOf(Choice.WeightFile.class, networks.choice(REFERENCE + "/matconvnet.mat"));
    assertInstanceOf(Choice.WeightFile.class, networks.choice("missing.pth"));
  }

  @Test
  void aNetworkThatIsNotHereYetSaysWhatItIsAndHowToFetchIt() {
    NetworkException e = assertThrows(NetworkException.class, () -> networks.choice("vgg19"));
    assertTrue(message(e).startsWith("vgg19: VGG-19 as torchvision trained it"), e::getMessage);
    assertTrue(message(e).contains("pastiche networks fetch vgg19"), e::getMessage);
    assertTrue(message(e).contains("80 MB"), e::getMessage);
    NetworkException unknown = assertThrows(NetworkException.class, () -> networks.choice("vgg91"));
    assertTrue(message(unknown).contains("networks list"), unknown::getMessage);
  }

  @Test
  void theDefaultIsWhatIsChosen() throws IOException {
    assertInstanceOf(Choice.BuiltIn.class, networks.chosen());
    networks.imports().keep(REFERENCE.resolve("timm.safetensors"), "mine", null);
    networks.choose("mine");
    assertEquals("mine", networks.load(networks.chosen(), null).network().name());
    networks.choose("compact");
    assertInstanceOf(Choice.BuiltIn.class, networks.chosen());
    assertThrows(NetworkException.class, () -> networks.choose("vgg19"));
    assertThrows(
        NetworkException.class,
        () -> networks.choose(REFERENCE.resolve("timm.safetensors").toString()));
  }

  @Test
  void aRecipesNetworkIsFoundByItsHashWhateverItIsCalledHere() throws IOException {
    networks.imports().keep(REFERENCE.resolve("torchvision-zip.pth"), "mine", null);
    String sha256 = networks.load(networks.choice("mine"), null).network().sha256();
    NetworkReference wanted = new NetworkReference("vgg.pth", sha256, InputSpec.RGB_CAFFE);
    Networks.Recalled recalled = networks.recall(wanted).orElseThrow();
    assertEquals(sha256, recalled.network().sha256());
    assertEquals(InputSpec.RGB_CAFFE, recalled.network().input());
    assertEquals(folder.resolve("mine.safetensors"), recalled.file());
    assertEquals(Optional.empty(), networks.recall(new NetworkReference("mine", "00")));
  }

  @Test
  void aMissingNetworkIsNamedWithItsHashAndTheWayToGetIt() throws IOException {
    NetworkReference vgg = new NetworkReference("vgg19", "0123456789abcdef0123");
    String missing = networks.missing(vgg, "--network").orElseThrow();
    assertTrue(missing.contains("SHA-256 0123456789ab…"), missing);
    assertTrue(missing.contains("pastiche networks fetch vgg19"), missing);
    networks.imports().keep(REFERENCE.resolve("timm.safetensors"), "mine", null);
    String other =
        networks
            .missing(new NetworkReference("mine", "0123456789abcdef"), "--network")
            .orElseThrow();
    assertTrue(other.contains("another network of that name"), other);
    assertTrue(other.contains("--network mine"), other);
    assertEquals(
        Optional.empty(), networks.missing(new NetworkReference("vgg.pth", "00"), "--network"));
  }

  @Test
  void aNameThatNoFileCanHaveIsMissing() {
    NetworkReference odd = new NetworkReference("a\0b", "0123456789abcdef");
    assertEquals(Optional.empty(), networks.missing(odd, "--network"));
  }

  @Test
  void ofSeveralCopiesTheOneWithTheRecipesInputIsTaken() throws IOException {
    Path file = REFERENCE.resolve("timm.safetensors");
    networks.imports().keep(file, "a", InputSpec.RGB_IMAGENET);
    networks.imports().keep(file, "b", InputSpec.RGB_CAFFE);
    String sha256 = networks.load(networks.choice("a"), null).network().sha256();
    NetworkReference wanted = new NetworkReference("vgg", sha256, InputSpec.RGB_CAFFE);
    Networks.Known known = networks.known(wanted).orElseThrow();
    assertEquals("b", known.name());
    assertTrue(known.asIn(wanted));
    networks.store().remove("b");
    assertFalse(networks.known(wanted).orElseThrow().asIn(wanted));
  }

  @Test
  void theFirstRecipesNameTheBuiltInNetworkByItsFile() throws IOException {
    NetworkReference old = new NetworkReference("compact", CompactNetwork.FILE_SHA256);
    assertNull(networks.recall(old).orElseThrow().file());
    NetworkReference now = NetworkReference.of(CompactNetwork.load(null).network());
    assertEquals(now.sha256(), networks.recall(now).orElseThrow().network().sha256());
  }

  @Test
  void theCatalogueSaysWhereAllOfItIs() {
    Catalogue catalogue = Catalogue.builtIn();
    assertEquals(
        List.of("compact", "vgg19", "vgg19-caffe"),
        catalogue.networks().stream().map(CatalogueNetwork::name).toList());
    for (CatalogueNetwork network : catalogue.networks()) {
      for (CatalogueNetwork.Source source : network.sources()) {
        assertEquals("https", source.url().getScheme(), () -> "" + source.url());
        assertTrue(source.inParts() || source.hash() != null, "nothing to know it by");
        assertTrue(source.bytes() >= network.neededBytes());
      }
    }
    CatalogueNetwork vgg19 = catalogue.find("vgg19").orElseThrow();
    assertEquals(
        URI.create("https://mirror.example/x/timm/vgg19.tv_in1k/resolve/main/model.safetensors"),
        vgg19.sources().getFirst().on(URI.create("https://mirror.example/x/")));
  }

  @Test
  void theCatalogueKnowsTheBuiltInNetwork() throws IOException {
    var compact = CompactNetwork.load(null).network();
    CatalogueNetwork entry = Catalogue.builtIn().find("compact").orElseThrow();
    Shape.of("compact", compact).require(entry);
    assertEquals(entry.neededBytes(), compact.parameters() * Float.BYTES);
    assertEquals(entry.input(), compact.input());
    assertTrue(entry.builtIn());
  }

  @Test
  void theEnvironmentsProxyIsUsedButNotForThisMachine() {
    SystemProxies proxies =
        new SystemProxies(
            Map.of("HTTPS_PROXY", "http://proxy.example:3128", "no_proxy", "intern.example, .org"),
            null);
    Proxy named =
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128));
    assertEquals(List.of(named), proxies.select(URI.create("https://huggingface.co/x")));
    for (String direct :
        List.of("https://localhost:8443/", "https://a.intern.example/", "https://pytorch.org/")) {
      assertEquals(List.of(Proxy.NO_PROXY), proxies.select(URI.create(direct)), direct);
    }
    assertEquals(
        List.of(Proxy.NO_PROXY),
        new SystemProxies(Map.of(), null).select(URI.create("https://huggingface.co/x")));
  }

  private static String message(Exception e) {
    return Objects.requireNonNull(e.getMessage());
  }
}
