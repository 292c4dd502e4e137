/** Owns the look that antd's components share with our own styles. */
import type { ThemeConfig } from 'antd';

/** Who asked the system for stillness gets it here too. */
const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;

export const theme: ThemeConfig = {
  token: {
    motion,
    colorPrimary: '#0f5566',
    colorInfo: '#0f5566',
    colorLink: '#0f5566',
    colorSuccess: '#1d7a46',
    colorWarning: '#9a5b00',
    colorError: '#b3261e',
    colorText: '#1c2529',
    colorTextSecondary: '#4c5a61',
    colorTextDescription: '#56646b',
    colorTextPlaceholder: '#66737a',
    colorBorder: '#b8c4ca',
    // Words on tinted tags, dark enough to be read.
    gold7: '#874d00',
    green7: '#237804',
    cyan7: '#006d75',
    borderRadius: 6,
    fontSize: 15,
    controlHeight: 38,
    fontFamily:
      "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Helvetica Neue', Arial, sans-serif",
  },
  components: {
    // A button at work stays readable; its wheel tells that it works.
    Button: { opacityLoading: 1 },
  },
};
