package studio.pastiche.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/// A profile with lookup tables (printers, scanners, CMYK), applied by Java's colour management in
/// 16 bits.
final class TableProfile {
  /// Pixels converted at a time: enough to be quick, few enough to need little memory.
  private static final int BATCH = 1 << 16;

  private final ColorConvertOp conversion;
  private final int channels;

  TableProfile(ICC_Profile profile, Samples.Model model) {
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    conversion = new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
    channels = model.channels;
  }

  /// The sRGB planes (3×H×W, 0..1) of the profile's own.
  float[] toSrgb(float[] planes) {
    int n = planes.length / channels;
    float[] rgb = new float[3 * n];
    for (int from = 0; from < n; from += BATCH) {
      int count = Math.min(BATCH, n - from);
      WritableRaster source = row(count, channels);
      WritableRaster target = row(count, 3);
      short[] in = ((DataBufferUShort) source.getDataBuffer()).getData();
      for (int i = 0; i < in.length; i++) {
        float value = planes[i % channels * n + from + i / channels];
        in[i] = (short) Picture.quantised(value, 65535);
      }
      conversion.filter(source, target);
      short[] out = ((DataBufferUShort) target.getDataBuffer()).getData();
      for (int i = 0; i < out.length; i++) {
        rgb[i % 3 * n + from + i / 3] = (out[i] & 0xffff) / 65535f;
      }
    }
    return rgb;
  }

  private static WritableRaster row(int pixels, int channels) {
    return Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, pixels, 1, channels, null);
  }
}
