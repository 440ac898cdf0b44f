// Somebody is near: the page shows nothing of the conversation. The way out is large, and one neutral press leads back to where they stood.
import { Heading, Now, POSTED, type Scene, Token } from './step.tsx'

export const Hushed = ({ scene, after }: { scene: Scene; after: number }) => (
  <Now scene={scene} name="hushed" after={after}>
    <Heading scene={scene} text={scene.words.page('hushed')} />
    <form {...POSTED} id="r" class="rails">
      <Token token={scene.token} />
      <button type="submit" name="do" value="repeat">
        {scene.words.page('goOn')}
      </button>
      <button type="submit" name="do" value="emergency">
        {scene.words.page('emergencyHelp')}
      </button>
    </form>
  </Now>
)
