import * as schemas from '@vielfalt/feed/schemas';

/** The schemas that are published, by their file's name. */
export const PUBLISHED = {
  'areas-answer': schemas.AreasAnswer,
  'directory-file': schemas.DirectoryFile,
  'directory-record': schemas.DirectoryRecord,
  network: schemas.PublicNetwork,
  'network-answer': schemas.NetworkAnswer,
  'networks-answer': schemas.NetworksAnswer,
  offer: schemas.PublicOffer,
  'offer-answer': schemas.OfferAnswer,
  'offers-answer': schemas.OffersAnswer,
  'points-answer': schemas.PointsAnswer,
  problem: schemas.ProblemDetails,
  'professionals-answer': schemas.ProfessionalsAnswer,
  provider: schemas.PublicProvider,
  'provider-answer': schemas.ProviderAnswer,
  'providers-answer': schemas.ProvidersAnswer,
  'question-answer': schemas.QuestionAnswer,
  'records-answer': schemas.RecordsAnswer,
  'set-answer': schemas.SetAnswer,
  'similar-answer': schemas.SimilarAnswer,
  vocabulary: schemas.Vocabulary,
} as const;
