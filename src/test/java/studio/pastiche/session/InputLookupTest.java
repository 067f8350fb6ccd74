package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.file.Sha256;
import studio.pastiche.networks.Catalogue;
import studio.pastiche.networks.NetworkStore;
import studio.pastiche.networks.Networks;
import studio.pastiche.networks.download.Settings;

class InputLookupTest {
  @TempDir private Path parent = Path.of("");
  private Path first = Path.of("");
  private Path second = Path.of("");
  private InputLookup lookup = new InputLookup(List.of());
  private Networks networks = Networks.ofThisUser();

  @BeforeEach
  void makeFolders() throws IOException {
    first = Files.createDirectory(parent.resolve("first"));
    second = Files.createDirectory(parent.resolve("second"));
    lookup = new InputLookup(List.of(first, second));
    networks =
        new Networks(
            Catalogue.builtIn(),
            new NetworkStore(parent.resolve("networks")),
            HttpClient::newHttpClient,
            Settings.defaults());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reference/style.png",
        "/pictures/odd/bad-truncated.jpg",
        "/pictures/odd/bad-empty.png",
        "/pictures/odd/bad-not-an-image.jpg"
      })
  void anotherFileOfAPicturesNameHidesItNowhere(String other) throws IOException {
    Files.write(first.resolve("photo.png"), resource(other));
    byte[] photo = resource("/reference/content.png");
    Path right = Files.write(second.resolve("photo.png"), photo);
    PictureReference wanted = new PictureReference("photo.png", Sha256.of(photo));
    assertEquals(right, lookup.picture(wanted, "--content").file());
  }

  @Test
  void aFolderOfAPicturesNameHidesItNowhere() throws IOException {
    Files.createDirectory(first.resolve("photo.png"));
    byte[] photo = resource("/reference/content.png");
    Path right = Files.write(second.resolve("photo.png"), photo);
    PictureReference wanted = new PictureReference("photo.png", Sha256.of(photo));
    assertEquals(right, lookup.picture(wanted, "--content").file());
  }

  @Test
  void anotherFileOfANetworksNameHidesItNowhere() throws IOException {
    byte[] weights = resource("/reference/timm.safetensors");
    Files.write(first.resolve("vgg.safetensors"), new byte[3]);
    Path right = Files.write(second.resolve("vgg.safetensors"), weights);
    NetworkReference wanted = NetworkReference.of(NetworkReader.read(right, null).network());
    assertEquals(right, lookup.network(wanted, "--network", networks).file());
  }

  @Test
  void aDamagedFileAloneIsNotTheOneThatWasPaintedWith() throws IOException {
    Files.write(first.resolve("photo.png"), resource("/pictures/odd/bad-truncated.jpg"));
    PictureReference wanted = new PictureReference("photo.png", "00");
    InputException e =
        assertThrows(InputException.class, () -> lookup.picture(wanted, "--content"));
    assertTrue(String.valueOf(e.getMessage()).contains("--content FILE"), e::getMessage);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = InputLookupTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
